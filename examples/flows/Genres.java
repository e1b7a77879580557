import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statistics of films, one task a genre: the foreach hands each genre to a task, the join puts the answers side by side. */
@Resources(memory = "256MB")
public class Genres extends FlowSpec {

    record Film(String title, int year, String genre, double rating, double gross) {}

    record Statistics(int films, double medianRating, double gross, String best) {}

    @Parameter(help = "leave out films that are older")
    int since = 1990;

    List<Film> films = new ArrayList<>();
    List<String> genres;
    String genre;
    Statistics statistics;
    Map<String, Statistics> byGenre = new LinkedHashMap<>();

    @Step(next = "summarize", foreach = "genres")
    void start() throws IOException {
        Path data = current().sourceDirectory().orElseThrow().resolve("../data/films.csv");
        List<String> lines = Files.readAllLines(data);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            Film film = new Film(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    cells[2],
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]));
            if (film.year() >= since) {
                films.add(film);
            }
        }
        genres = films.stream().map(Film::genre).distinct().sorted().toList();
    }

    /** Runs once for each genre, at the same time as the others where the machine has room. */
    @Step(next = "join")
    void summarize() {
        genre = input();
        List<Film> own = films.stream().filter(film -> film.genre().equals(genre)).toList();
        double[] ratings = own.stream().mapToDouble(Film::rating).sorted().toArray();
        double median = (ratings[(ratings.length - 1) / 2] + ratings[ratings.length / 2]) / 2;
        double gross = own.stream().mapToDouble(Film::gross).sum();
        Film best = own.stream().reduce((a, b) -> b.rating() > a.rating() ? b : a).orElseThrow();
        statistics = new Statistics(own.size(), median, gross, best.title());
    }

    @Step(next = "end")
    void join(Inputs<Genres> inputs) {
        for (Genres branch : inputs) {
            byGenre.put(branch.genre, branch.statistics);
        }
    }

    @Step
    void end() {
        byGenre.forEach((name, s) -> System.out.printf(
                "%-16s %2d films  median %.1f  %5.0f million  best: %s%n",
                name, s.films(), s.medianRating(), s.gross(), s.best()));
    }
}
