package io.flowsweep.plots.render;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import io.flowsweep.plots.model.ChartModel;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** A chart on a page of its size. Apart from its renderer, which has to be there where PDFBox is not. */
final class PdfPage {

    /** A point is 1/72 inch. */
    private static final float POINTS_PER_PIXEL = 0.75f;

    /** In place of the time, which would make every file a different one. */
    private static final long DOCUMENT_ID = 1;

    private PdfPage() {}

    static void write(ChartModel model, Size size, OutputStream out) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(DOCUMENT_ID);
            PDPage page =
                    new PDPage(new PDRectangle(size.width() * POINTS_PER_PIXEL, size.height() * POINTS_PER_PIXEL));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, size.width(), size.height());
            JFreeCharts.of(model, size).draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINTS_PER_PIXEL, POINTS_PER_PIXEL));
                content.drawForm(graphics.getXFormObject());
            }
            document.save(whole);
        }
        whole.writeTo(out);
        out.flush();
    }
}
