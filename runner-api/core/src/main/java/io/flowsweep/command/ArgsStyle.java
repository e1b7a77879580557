package io.flowsweep.command;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How {@code ${args}} gives a config to a program; the manual has a table of all kinds of values. */
public enum ArgsStyle {
    /** {@code --lr=0.1}; a list as JSON, a boolean as {@code true} or {@code false}, nothing for null. */
    EQUALS {
        @Override
        void add(String path, Object value, List<String> to) {
            if (value != null) {
                to.add("--" + path + "=" + PlainValues.text(value));
            }
        }
    },
    /**
     * {@code --lr 0.1}; a list as several arguments, a true boolean as {@code --path} alone, nothing for null and false. What would be
     * taken for an option itself is joined: {@code --lr=-1}.
     */
    SPACE {
        @Override
        void add(String path, Object value, List<String> to) {
            if (value == null || Boolean.FALSE.equals(value)) {
                return;
            }
            String text = value instanceof List || value.equals(true) ? "" : PlainValues.text(value);
            if (text.startsWith("-")) {
                to.add("--" + path + "=" + text);
                return;
            }
            to.add("--" + path);
            if (value instanceof List<?> items) {
                items.forEach(item -> to.add(PlainValues.text(item)));
            } else if (!Boolean.TRUE.equals(value)) {
                to.add(text);
            }
        }
    },
    /** {@code lr=0.1}, as Hydra's command line takes it, with its quotes where a text needs them. */
    HYDRA {
        @Override
        void add(String path, Object value, List<String> to) {
            to.add(path + "=" + HydraText.of(value));
        }
    },
    /** One argument, the whole config as JSON. */
    JSON {
        @Override
        List<String> render(Map<String, ?> config) {
            return List.of(Json.write(config));
        }

        @Override
        void add(String path, Object value, List<String> to) {
            throw new IllegalStateException();
        }
    };

    /** The arguments for all leaves of a config: values that are no objects, and empty objects; in the order of their paths. */
    List<String> render(Map<String, ?> config) {
        List<String> arguments = new ArrayList<>();
        leaves("", config, arguments);
        return arguments;
    }

    abstract void add(String path, Object value, List<String> to);

    private void leaves(String path, Map<?, ?> object, List<String> to) {
        object.forEach((key, value) -> {
            String own = path.isEmpty() ? (String) key : path + "." + key;
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                leaves(own, inner, to);
            } else {
                add(own, value, to);
            }
        });
    }
}
