import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Two branches choose films by different rules; the join makes one playlist of both. */
@Resources(memory = "256MB")
public class Playlist extends FlowSpec {

    record Film(String title, String genre, double rating) {}

    @Parameter(help = "what you like")
    String genre = "Drama";

    @Parameter(help = "how many films of it")
    int recommendations = 3;

    List<Film> films;
    List<Film> liked;
    Film bonus;
    List<String> playlist;

    @Step(next = {"favourites", "surprise"})
    void start() throws IOException {
        Path data = current().sourceDirectory().orElseThrow().resolve("../data/films.csv");
        films = Files.readAllLines(data).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Film(cells[0], cells[2], Double.parseDouble(cells[3])))
                .toList();
    }

    @Step(next = "join")
    void favourites() {
        liked = films.stream()
                .filter(film -> film.genre().equals(genre))
                .sorted(Comparator.comparing(Film::rating).reversed())
                .limit(recommendations)
                .toList();
    }

    /** A film of any other genre. */
    @Step(next = "join")
    void surprise() {
        List<Film> others =
                films.stream().filter(film -> !film.genre().equals(genre)).toList();
        bonus = others.get(new Random(genre.hashCode()).nextInt(others.size()));
    }

    @Step(next = "end")
    void join(Inputs<Playlist> inputs) {
        playlist = new ArrayList<>();
        inputs.get("favourites").liked.forEach(film -> playlist.add(film.title()));
        playlist.add(inputs.get("surprise").bonus.title() + " (bonus)");
    }

    @Step
    void end() {
        playlist.forEach(System.out::println);
    }
}
