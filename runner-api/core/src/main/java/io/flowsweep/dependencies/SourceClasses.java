package io.flowsweep.dependencies;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The classes of the sources, nested ones included, by their simple names. */
final class SourceClasses {

    private static final String FLOW_SPEC = "FlowSpec";

    private final Map<String, SourceClass> classes = new LinkedHashMap<>();

    SourceClasses(Iterable<? extends CompilationUnitTree> units) {
        for (CompilationUnitTree unit : units) {
            String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            unit.getTypeDecls().forEach(type -> collect(type, unit, prefix, true));
        }
    }

    private void collect(Tree tree, CompilationUnitTree unit, String prefix, boolean top) {
        if (!(tree instanceof ClassTree type)) {
            return;
        }
        boolean makeable = !type.getModifiers().getFlags().contains(Modifier.ABSTRACT)
                && (top || type.getModifiers().getFlags().contains(Modifier.STATIC));
        SourceClass found = new SourceClass(type, unit, prefix + type.getSimpleName(), makeable);
        classes.putIfAbsent(found.name(), found);
        type.getMembers().forEach(member -> collect(member, unit, found.binaryName() + "$", false));
    }

    Optional<SourceClass> named(String simpleName) {
        return Optional.ofNullable(classes.get(simpleName));
    }

    /**
     * The one flow that can be made; empty when there is none, or more than one.
     *
     * @param wanted its simple or binary name, when it was named
     */
    Optional<SourceClass> flow(Optional<String> wanted) {
        List<SourceClass> flows = classes.values().stream()
                .filter(type -> type.makeable() && isFlow(type))
                .filter(type -> wanted.map(w -> w.equals(type.name()) || w.equals(type.binaryName()))
                        .orElse(true))
                .toList();
        return flows.size() == 1 ? Optional.of(flows.get(0)) : Optional.empty();
    }

    /** A class and its bases in these sources, itself first. */
    List<SourceClass> lineage(SourceClass type) {
        List<SourceClass> lineage = new ArrayList<>();
        for (SourceClass level = type; level != null && !lineage.contains(level); ) {
            lineage.add(level);
            Tree base = level.tree().getExtendsClause();
            level = base == null ? null : classes.get(simpleName(base));
        }
        return lineage;
    }

    private boolean isFlow(SourceClass type) {
        List<SourceClass> lineage = lineage(type);
        Tree base = lineage.get(lineage.size() - 1).tree().getExtendsClause();
        return base != null && simpleName(base).equals(FLOW_SPEC);
    }

    /** The last part of a name, without type arguments. */
    static String simpleName(Tree name) {
        String text = name.toString().replaceAll("<.*", "");
        return text.substring(text.lastIndexOf('.') + 1);
    }
}
