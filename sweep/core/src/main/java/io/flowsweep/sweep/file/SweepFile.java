package io.flowsweep.sweep.file;

import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigFormat;
import io.flowsweep.config.ProjectReader;
import io.flowsweep.config.ProjectRoot;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.file.edit.Overriding;
import io.flowsweep.sweep.file.edit.Restriction;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.space.Order;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.spec.SweepText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads sweep files: HOCON, strict. All that is wrong is told at once, each with file and line; a file that is no HOCON at
 * all tells its first error. Nothing is written and no flow is loaded.
 */
public final class SweepFile {

    private SweepFile() {}

    /**
     * Reads and checks a sweep file, its config and what they include. Includes stay inside the {@link ProjectRoot}.
     *
     * @param file relative to the working directory, or absolute
     * @throws InvalidInputException when the file is missing or anything in it is wrong
     */
    public static SweepSpec load(Path file) {
        return load(file, List.of());
    }

    /**
     * The same with overrides as they are written on a command line: {@code cpu=1,2}, {@code +event=daily}; and with
     * {@code --where=EXPRESSION}, {@code --binding=NAME}, {@code --shuffle=SEED} and {@code --limit=N}.
     *
     * @throws InvalidInputException also when an override is malformed or does not fit the file
     */
    public static SweepSpec load(Path file, List<String> overrides) {
        Path absolute = file.toAbsolutePath().normalize();
        NoSweepFile.refuse(absolute);
        return load(absolute, ProjectReader.of(ProjectRoot.of(absolute)), overrides);
    }

    /**
     * The same for a file that was read before and kept since: what is refused in new files only is not refused in it.
     *
     * @param root the folder in which the project's files are kept
     */
    public static SweepSpec kept(Path file, Path root, List<String> overrides) {
        return load(file, new ProjectReader(root, true), overrides);
    }

    private static SweepSpec load(Path file, ProjectReader project, List<String> overrides) {
        return read(file, project, Optional.empty(), project.file(file, ""), overrides);
    }

    /**
     * The same for a sweep that was made in code.
     *
     * @param file where it would stand: relative names start in its folder; it need not exist
     */
    public static SweepSpec ofText(SweepText text, Path file, List<String> overrides) {
        Path absolute = file.toAbsolutePath().normalize();
        ProjectReader project = ProjectReader.of(ProjectRoot.of(absolute));
        ConfigDocument document =
                project.text(text.text(), ConfigFormat.HOCON, SourcePlaces.of(absolute), absolute.getParent());
        return read(absolute, project, Optional.of(text), document, overrides);
    }

    /** A sweep that was read before, read again with other overrides. */
    public static SweepSpec again(SweepSpec spec, List<String> overrides) {
        return spec.source()
                .text()
                .map(text -> ofText(text, spec.file(), overrides))
                .orElseGet(() -> load(spec.file(), overrides));
    }

    /**
     * The points that a sweep has when some of its axes have other values, all of them, in the order of the axes.
     *
     * @param file that was read before and kept since
     * @param root the folder in which the project's files are kept
     * @param overrides with which it was read
     * @param values what the axes have instead; an axis that is not named has its own values
     * @return conditions of the sweep hold for all of them; its order and its limit do not count
     * @throws InvalidInputException when something else than values of an axis is given, or to an axis whose values belong to
     *     those of others
     */
    public static Space points(Path file, Path root, List<String> overrides, List<SweepOverride> values) {
        ProjectReader project = new ProjectReader(root, true);
        ConfigDocument document = Extending.whole(project.file(file, ""), file, project);
        Overriding overriding = overriding(file, project, Optional.empty(), document, overrides);
        SweepSpec begun = new SweepFileReader(file, project, Optional.empty(), document, overriding).read();
        SweepSpec other =
                new SweepFileReader(file, project, Optional.empty(), document, overriding.and(values, begun)).read();
        return new Variants(other.withVariation(other.variation().withOrder(Order.ALL))).space();
    }

    private static SweepSpec read(
            Path file, ProjectReader project, Optional<SweepText> text, ConfigDocument own, List<String> overrides) {
        ConfigDocument document = Extending.whole(own, file, project);
        return new SweepFileReader(file, project, text, document, overriding(file, project, text, document, overrides))
                .read();
    }

    private static Overriding overriding(
            Path file,
            ProjectReader project,
            Optional<SweepText> text,
            ConfigDocument document,
            List<String> overrides) {
        List<SweepOverride> parsed = SweepOverride.parseAll(
                overrides.stream().filter(word -> !Restriction.isWord(word)).toList());
        Restriction restriction =
                Restriction.parse(overrides.stream().filter(Restriction::isWord).toList());
        if (parsed.isEmpty() && restriction.isEmpty()) {
            return Overriding.NONE;
        }
        SweepSpec plain = new SweepFileReader(file, project, text, document, Overriding.NONE).read();
        return Overriding.of(parsed, restriction, plain);
    }
}
