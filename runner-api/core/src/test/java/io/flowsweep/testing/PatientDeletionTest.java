package io.flowsweep.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;

class PatientDeletionTest {

    /** As if a process had written another file meanwhile. */
    private static final class FailsTwice implements TempDirDeletionStrategy {

        private int attempts;

        @Override
        public DeletionResult delete(Path folder, AnnotatedElementContext element, ExtensionContext context)
                throws IOException {
            if (++attempts > 2) {
                return Standard.INSTANCE.delete(folder, element, context);
            }
            return DeletionResult.builder(folder)
                    .addFailure(folder, new DirectoryNotEmptyException(folder.toString()))
                    .build();
        }
    }

    @Test
    void aFolderIsRemovedWhenNobodyWritesIntoItAnyMore(@TempDir Path parent) throws IOException {
        Path folder = Files.createDirectory(parent.resolve("folder"));
        Files.writeString(folder.resolve("file"), "text");

        assertThat(new PatientDeletion(new FailsTwice())
                        .delete(folder, null, null)
                        .isSuccessful())
                .isTrue();
        assertThat(folder).doesNotExist();
    }
}
