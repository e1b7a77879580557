package io.flowsweep.sweep.window;

import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.charts.Charts;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.page.Shown;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.results.SweepSummary;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;

/** The window itself. Made, shown and disposed of by the thread of Swing; {@link #draw} belongs to any other. */
final class ChartFrame {

    private static final Dimension SIZE = new Dimension(960, 640);

    private final RecordedSweep sweep;
    private final JFrame window = new JFrame();
    private final JTabbedPane tabs = new JTabbedPane();
    private final JLabel line = new JLabel(" ");
    private final Map<ChartFile, ChartPanel> panels = new LinkedHashMap<>();

    ChartFrame(RecordedSweep sweep) {
        this.sweep = sweep;
        for (ChartFile chart : sweep.chartFiles()) {
            ChartPanel panel = new ChartPanel(null);
            panels.put(chart, panel);
            tabs.addTab(plain(chart.title()), panel);
        }
        line.setBorder(BorderFactory.createEmptyBorder(6, 10, 6, 10));
        window.setTitle(sweep.name());
        window.add(tabs, BorderLayout.CENTER);
        window.add(line, BorderLayout.SOUTH);
    }

    void show(Runnable whenClosed) {
        window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                whenClosed.run();
            }
        });
        window.setSize(SIZE);
        window.setLocationByPlatform(true);
        window.setVisible(true);
    }

    void dispose() {
        window.dispose();
    }

    /** Draws everything anew. */
    void draw() {
        String said = line(sweep.summary());
        Map<ChartPanel, JFreeChart> drawn = new LinkedHashMap<>();
        Map<ChartPanel, String> problems = new LinkedHashMap<>();
        panels.forEach((chart, panel) -> {
            try {
                Table table = sweep.table(chart.spec());
                Dimension size = panel.getSize();
                drawn.put(
                        panel,
                        Charts.of(chart.spec(), table)
                                .size(Math.max(300, size.width), Math.max(200, size.height))
                                .jfreechart());
            } catch (PlotException e) {
                problems.put(panel, plain(e.getMessage()));
            }
        });
        SwingUtilities.invokeLater(() -> {
            line.setText(said);
            drawn.forEach(ChartPanel::setChart);
            problems.forEach(ChartPanel::setToolTipText);
        });
    }

    List<String> tabs() {
        return IntStream.range(0, tabs.getTabCount()).mapToObj(tabs::getTitleAt).toList();
    }

    /** Swing takes a text that begins with a tag for markup, which might load something. */
    private static String plain(String text) {
        return text.startsWith("<") ? " " + text : text;
    }

    /** {@code running: 3 of 8 · 1 failed · 4.2 s}. */
    private static String line(SweepSummary summary) {
        return summary.stateText() + ": " + summary.done() + " of " + summary.trials()
                + (summary.failed() > 0 ? " · " + summary.failed() + " failed" : "") + " · "
                + Shown.duration(summary.elapsed());
    }
}
