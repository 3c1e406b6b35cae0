package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The console's words for stages, from its modules alone: no city runs. */
class SignalWordsTest {
  private static final String HOST = "http://console.test/";
  private static final List<String> STAGES = List.of("EW", "NSL", "N", "L", "Pha 1", "EAST");
  private static final String NAMES =
      """
      async (ids) => {
        const { addWords } = await import('/console/i18n.js');
        const { words } = await import('/console/domains/signals/words.js');
        const { stageName } = await import('/console/domains/signals/site.js');
        addWords(words);
        return ids.map(stageName);
      }
      """;

  @Test
  void a_stage_is_called_by_the_sides_that_it_serves_in_both_languages() {
    try (ConsoleBrowser browser = new ConsoleBrowser()) {
      assertThat(names(browser, "vi"))
          .containsExactly("Đông–Tây", "Bắc–Nam rẽ trái", "Bắc", "L", "Pha 1", "EAST");
      assertThat(names(browser, "en"))
          .containsExactly("E–W", "N–S left", "N", "L", "Pha 1", "EAST");
    }
  }

  private static List<Object> names(ConsoleBrowser browser, String language) {
    Page page = browser.open(new ConsoleBrowser.Look(800, 600, language, "light"));
    page.route(HOST + "**", SignalWordsTest::serve);
    page.navigate(HOST);
    List<Object> names = List.copyOf((List<?>) page.evaluate(NAMES, STAGES));
    page.context().close();
    return names;
  }

  private static void serve(Route route) {
    String path = route.request().url().substring(HOST.length());
    try (InputStream file = SignalWordsTest.class.getResourceAsStream("/static/" + path)) {
      route.fulfill(
          path.endsWith(".js") && file != null
              ? new Route.FulfillOptions()
                  .setContentType("text/javascript; charset=utf-8")
                  .setBodyBytes(file.readAllBytes())
              : new Route.FulfillOptions().setContentType("text/html").setBody("<p></p>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
