package io.flowsweep.codec;

import io.flowsweep.flow.MemorySize;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that are one JSON string, number or boolean. */
final class Scalars {

    private static final Set<Class<?>> NUMBERS = Set.of(
            byte.class,
            Byte.class,
            short.class,
            Short.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            float.class,
            Float.class,
            double.class,
            Double.class);

    /** What has one text, besides numbers and enums. */
    private static final Set<Class<?>> FORMS = Set.of(
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Duration.class,
            Period.class,
            YearMonth.class,
            ZoneId.class,
            OffsetTime.class,
            Year.class,
            MonthDay.class,
            ZoneOffset.class,
            MemorySize.class);

    private Scalars() {}

    static boolean handles(Class<?> type) {
        return NUMBERS.contains(type)
                || type == String.class
                || type == boolean.class
                || type == Boolean.class
                || type == char.class
                || type == Character.class
                || type.isEnum()
                || FORMS.contains(type);
    }

    static boolean isNumber(Class<?> type) {
        return NUMBERS.contains(type);
    }

    static Object encode(Object value) {
        if (value instanceof Double) {
            return value;
        }
        if (value instanceof Float) {
            return Double.valueOf(value.toString());
        }
        if (value instanceof Number n) {
            return n.longValue();
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Instant instant) {
            return Instants.write(instant);
        }
        return value instanceof Enum<?> e ? e.name() : value.toString();
    }

    static Object decode(Class<?> type, Object plain) {
        if (plain instanceof Map || plain instanceof List) {
            throw ValueCodec.expected(name(type), plain);
        }
        if (type == String.class) {
            return text(plain);
        }
        if (type == double.class || type == Double.class) {
            return decimal(type, plain);
        }
        if (type == float.class || type == Float.class) {
            return (float) decimal(type, plain);
        }
        if (NUMBERS.contains(type)) {
            return whole(type, plain);
        }
        if (type == boolean.class || type == Boolean.class) {
            if (plain instanceof Boolean) {
                return plain;
            }
            throw ValueCodec.expected("true or false", plain);
        }
        if (type == char.class || type == Character.class) {
            if (plain instanceof String s && s.length() == 1) {
                return s.charAt(0);
            }
            throw ValueCodec.expected("one character", plain);
        }
        return type.isEnum() ? constant(type, text(plain)) : form(type, text(plain));
    }

    /** Reads the text of a value, as a key or on a command line, for instance {@code 5} or {@code true}. */
    static Object decodeText(Class<?> type, String text) {
        if (type == boolean.class || type == Boolean.class) {
            return decode(
                    type,
                    text.equalsIgnoreCase("true")
                            ? Boolean.TRUE
                            : text.equalsIgnoreCase("false") ? (Object) Boolean.FALSE : text);
        }
        return decode(type, NUMBERS.contains(type) ? number(text) : text);
    }

    private static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notWhole) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException notANumber) {
                return text;
            }
        }
    }

    private static String text(Object plain) {
        if (plain instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
            return Long.toString(d.longValue());
        }
        return plain.toString();
    }

    private static double decimal(Class<?> type, Object plain) {
        if (plain instanceof Number n) {
            return n.doubleValue();
        }
        if ("NaN".equals(plain) || "Infinity".equals(plain) || "-Infinity".equals(plain)) {
            return Double.parseDouble((String) plain);
        }
        throw ValueCodec.expected(name(type), plain);
    }

    private static Object whole(Class<?> type, Object plain) {
        long value;
        if (plain instanceof Long l) {
            value = l;
        } else if (plain instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1L << 53) {
            value = d.longValue();
        } else if (plain instanceof Number n && !(plain instanceof Double) && !(plain instanceof BigInteger)) {
            value = n.longValue();
        } else {
            throw ValueCodec.expected(name(type), plain);
        }
        if (type == long.class || type == Long.class) {
            return value;
        }
        if (type == int.class || type == Integer.class) {
            return (int) within(type, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == short.class || type == Short.class) {
            return (short) within(type, value, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return (byte) within(type, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    private static long within(Class<?> type, long value, long low, long high) {
        if (value < low || value > high) {
            throw new CodecException(
                    "expected " + name(type) + " from " + low + " to " + high + ", got the number " + value);
        }
        return value;
    }

    private static Object constant(Class<?> type, String text) {
        List<String> names = new ArrayList<>();
        Object inOtherCase = null;
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            if (name.equals(text)) {
                return constant;
            }
            if (inOtherCase == null && name.equalsIgnoreCase(text.replace('-', '_'))) {
                inOtherCase = constant;
            }
            names.add(name.toLowerCase(java.util.Locale.ROOT));
        }
        if (inOtherCase != null) {
            return inOtherCase;
        }
        throw new CodecException("expected one of " + String.join(", ", names) + ", got \"" + text + "\"");
    }

    private static Object form(Class<?> type, String text) {
        try {
            return parse(type, text);
        } catch (IllegalArgumentException e) {
            throw new CodecException(e.getMessage());
        } catch (DateTimeException e) {
            throw new CodecException("expected " + name(type) + ", got \"" + text + "\"");
        }
    }

    /** Each by its name: a table of method references would have all of them linked before the first is used. */
    private static Object parse(Class<?> type, String text) {
        return switch (type.getSimpleName()) {
            case "Instant" -> Instants.read(text);
            case "LocalDate" -> LocalDate.parse(text);
            case "LocalTime" -> LocalTime.parse(text);
            case "LocalDateTime" -> LocalDateTime.parse(text);
            case "OffsetDateTime" -> OffsetDateTime.parse(text);
            case "ZonedDateTime" -> ZonedDateTime.parse(text);
            case "Duration" -> Durations.parse(text);
            case "Period" -> Period.parse(text);
            case "YearMonth" -> YearMonth.parse(text);
            case "ZoneId" -> ZoneId.of(text);
            case "OffsetTime" -> OffsetTime.parse(text);
            case "Year" -> Year.parse(text);
            case "MonthDay" -> MonthDay.parse(text);
            case "ZoneOffset" -> ZoneOffset.of(text);
            case "MemorySize" -> MemorySize.parse(text);
            default -> throw new IllegalStateException(type + " has no one text");
        };
    }

    private static String name(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return "a number";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        return NUMBERS.contains(type) ? "a whole number" : "a " + type.getSimpleName();
    }
}
