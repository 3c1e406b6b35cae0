package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every page owes everybody: no barrier, the reader's words and figures, little to load. */
class ConsoleCraftTest {
  private static final String ALL_ZONES =
      """
      () => {
        const map = document.querySelector('.map-stage')?.getBoundingClientRect();
        const names = [...document.querySelectorAll('.map-stage .zone-name')]
            .map((name) => name.getBoundingClientRect());
        return map && names.length > 1
            && names.every(({ x, y }) => x > map.left && x < map.right && y > map.top && y < map.bottom);
      }
      """;

  private static ConsoleBrowser browser;
  private static RunningCity city;

  @BeforeAll
  static void open() {
    browser = new ConsoleBrowser();
    city = RunningCity.watched();
    city.proposesForThePeak();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest(name = "{0} x {1}")
  @CsvSource({"1440, 900", "390, 844"})
  void no_page_has_a_serious_barrier_or_an_untranslated_word(int width, int height) {
    Page page = browser.open(new ConsoleBrowser.Look(width, height, "vi", "light"));
    page.navigate(city.url() + "/");
    page.locator("input[name=username]").waitFor();
    List<String> wrong = new ArrayList<>(barriers(page, "sign-in"));
    ConsoleBrowser.signIn(page, city.url(), "admin");
    page.locator("[data-schedule]").first().waitFor();
    String id = page.locator("[data-schedule]").first().getAttribute("data-schedule");
    for (String path :
        List.of(
            "schedules",
            "schedules/" + id,
            "city",
            "drafts",
            "drafts/new/" + id,
            "compare/" + id,
            "activity",
            "results",
            "audit",
            "rules",
            "connectors",
            "citizen")) {
      page.evaluate("path => { location.hash = '#/' + path }", path);
      page.locator(".panel h1:visible").first().waitFor();
      wrong.addAll(barriers(page, path));
    }
    for (String path : List.of("public", "public/report")) {
      page.navigate(city.url() + "/" + path);
      page.locator("h1").waitFor();
      wrong.addAll(barriers(page, path));
    }

    assertThat(wrong).isEmpty();
    page.context().close();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "vi | Đêm 2020-11-26: 1458 kWh, 3245329.5 VND | Đêm 26/11/2020: 1.458 kWh, 3.245.329,5 VND",
        "en | Until 2020-01-31T10:40:00Z, -8 % of 1200 kg CO2 | Until 17:40 31/01, −8 % of 1,200 kg CO₂",
        "vi | HV3, W10000, fill-W155, QCVN 07:2016 và 14/2025/QĐ-TTg | HV3, W10000, fill-W155, QCVN 07:2016 và 14/2025/QĐ-TTg"
      })
  void a_sentence_of_the_server_reads_in_the_readers_figures(
      String lang, String sentence, String read) {
    Page page = browser.open(new ConsoleBrowser.Look(1_440, 900, lang, "light"));
    page.navigate(city.url() + "/public");

    assertThat(
            page.evaluate(
                "text => import('/console/i18n.js').then(({ told }) => told(text))", sentence))
        .asString()
        .isEqualTo(read);
    page.context().close();
  }

  @Test
  void figures_of_a_column_have_its_decimals_also_where_they_end_in_zero() {
    Page page = browser.open(ConsoleBrowser.Look.DESK);
    page.navigate(city.url() + "/public");

    assertThat(
            page.evaluate(
                "() => import('/console/i18n.js').then(({ number }) =>"
                    + " [number(14, 1), number(5.13, 1), number(0.5, 2), number(14)].join(' '))"))
        .isEqualTo("14,0 5,1 0,50 14");
    page.context().close();
  }

  @Test
  void fewer_containers_are_neither_better_nor_worse() {
    Page page = browser.open(ConsoleBrowser.Look.DESK);
    page.navigate(city.url() + "/public");
    Object classes =
        page.evaluate(
            """
            async () => {
              const { render } = await import('/console/html.js');
              const { difference } = await import('/console/review/kpis.js');
              return ['containers', 'collected', 'visits', 'distance'].map((key) => {
                const cell = document.createElement('p');
                render(difference({ key, planned: 9, unit: '-' }, 10), cell);
                return cell.firstElementChild.className;
              });
            }
            """);
    assertThat(classes).isEqualTo(List.of("same", "same", "worse", "better"));
    page.context().close();
  }

  @Test
  void both_languages_have_the_same_words() {
    Page page = browser.open(ConsoleBrowser.Look.DESK);
    ConsoleBrowser.signIn(page, city.url(), "admin");

    assertThat(
            (List<?>)
                page.evaluate(
                    """
                    async () => {
                      const keys = (words) => Object.keys(words ?? {});
                      const odd = (a, b, where) => [...keys(a).filter((key) => !(key in b)),
                        ...keys(b).filter((key) => !(key in a))].map((key) => where + ' ' + key);
                      const [vi, en] = await Promise.all(['vi', 'en'].map((one) => import(`/console/i18n/${one}.js`)));
                      const found = odd(vi.default, en.default, 'i18n');
                      for (const name of await (await fetch('/api/console/pages')).json()) {
                        const { default: page } = await import(`/console/pages/${name}.js`);
                        found.push(...odd(page.words?.vi ?? {}, page.words?.en ?? {}, name));
                      }
                      return found;
                    }
                    """))
        .isEmpty();
    page.context().close();
  }

  @Test
  void the_map_shows_all_zones_again_where_it_gets_less_room() {
    Page page = browser.open(new ConsoleBrowser.Look(1_600, 1_100, "vi", "light"));
    ConsoleBrowser.signIn(page, city.url(), "operator");
    page.evaluate("location.hash = '#/city'");
    page.waitForFunction(ALL_ZONES);
    page.setViewportSize(1_000, 420);
    page.waitForFunction(ALL_ZONES);
    page.context().close();
  }

  @Test
  void the_first_page_needs_less_than_300_kilobytes_of_our_own_code() {
    Page page = browser.open(ConsoleBrowser.Look.DESK);
    List<Response> ours = new ArrayList<>();
    page.onResponse(
        response -> {
          if (response.url().contains("/console/") && !response.url().contains("/api/")) {
            ours.add(response);
          }
        });
    ConsoleBrowser.signIn(page, city.url(), "operator");
    page.locator("[data-schedule]").first().waitFor();

    assertThat(ours.stream().mapToLong(one -> one.body().length).sum())
        .isBetween(20_000L, 300_000L);
    page.context().close();
  }

  /** The quickest of some: other tests may run beside. */
  @Test
  void the_first_page_stands_within_a_second_and_nothing_jumps() {
    Page page = browser.open(ConsoleBrowser.Look.DESK);
    ConsoleBrowser.signIn(page, city.url(), "operator");
    double quickest = Double.MAX_VALUE;
    double shift = 0;
    for (int load = 0; load < 3 || (quickest >= 1_000 && load < 20); load++) {
      page.navigate(city.url() + "/");
      page.locator("[data-schedule]").first().waitFor();
      page.waitForFunction(
          "() => performance.getEntriesByName('first-contentful-paint').length > 0");
      List<?> seen =
          (List<?>)
              page.evaluate(
                  """
                  () => new Promise((done) => {
                    let shift = 0;
                    new PerformanceObserver((list) => list.getEntries().forEach((one) => {
                      shift += one.hadRecentInput ? 0 : one.value;
                    })).observe({ type: 'layout-shift', buffered: true });
                    const drawn = performance.getEntriesByName('first-contentful-paint')[0].startTime;
                    setTimeout(() => done([drawn, shift]), 300);
                  })
                  """);
      quickest = Math.min(quickest, ((Number) seen.get(0)).doubleValue());
      shift = Math.max(shift, ((Number) seen.get(1)).doubleValue());
    }

    assertThat(quickest).as("milliseconds").isLessThan(1_000);
    assertThat(shift).as("cumulative layout shift; up to 0.1 counts as good").isLessThan(0.1);
    page.context().close();
  }

  @Test
  void a_connection_that_was_lost_comes_back_by_itself() {
    Page page = browser.open(ConsoleBrowser.Look.DESK);
    page.addInitScript(
        """
        window.lines = [];
        window.EventSource = class extends EventSource {
          constructor(address) {
            super(address);
            window.lines.push(this);
          }
        };
        """);
    ConsoleBrowser.signIn(page, city.url(), "operator");
    page.locator("[data-live=open]").waitFor();
    page.context().setOffline(true);
    page.evaluate("window.lines.at(-1).dispatchEvent(new Event('error'))");
    page.locator("[data-live=lost]").waitFor();
    page.context().setOffline(false);

    page.locator("[data-live=open]").waitFor();
    page.context().close();
  }

  @Test
  void who_wants_no_motion_sees_none() {
    Page page = browser.open(ConsoleBrowser.Look.DESK);
    ConsoleBrowser.signIn(page, city.url(), "operator");
    page.locator("[data-schedule]").first().click();
    page.locator("article.schedule").waitFor();

    assertThat(
            page.evaluate(
                "document.getAnimations().filter((one) => one.effect.getTiming().duration > 1)"
                    + ".map((one) => one.effect.target.className)"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .isEmpty();
    page.context().close();
  }

  /** In both languages and both themes: what a page looks like is asked four times. */
  private static List<String> barriers(Page page, String where) {
    List<String> wrong = new ArrayList<>();
    for (String lang : List.of("vi", "en")) {
      for (String theme : List.of("light", "dark")) {
        page.evaluate(
            """
            async look => {
              await (await import('/console/i18n.js')).learn(look.lang);
              (await import('/console/store.js')).change(look);
            }
            """,
            Map.of("lang", lang, "theme", theme));
        page.waitForFunction(
            "look => document.documentElement.lang + document.documentElement.dataset.theme === look",
            lang + theme);
        wrong.addAll(barriersNow(page, where + " " + lang + " " + theme));
      }
    }
    return wrong;
  }

  private static List<String> barriersNow(Page page, String where) {
    List<String> wrong = new ArrayList<>();
    AxeRunOptions onlyWhatIsWrong = new AxeRunOptions();
    onlyWhatIsWrong.setResultTypes(List.of("violations"));
    new AxeBuilder(page)
        .options(onlyWhatIsWrong).analyze().getViolations().stream()
            .filter(one -> Set.of("serious", "critical").contains(one.getImpact()))
            .forEach(
                one ->
                    wrong.add(where + ": " + one.getId() + " " + one.getNodes().get(0).getHtml()));
    String text = page.locator("body").innerText();
    if (text.contains("⟦")) {
      wrong.add(
          where + ": no word for " + text.substring(text.indexOf('⟦'), text.indexOf('⟧') + 1));
    }
    page.locator(":root[lang=vi] q[lang=en]:visible")
        .allInnerTexts()
        .forEach(english -> wrong.add(where + ": in English " + english));
    if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")) {
      wrong.add(where + ": the page hangs out to the side");
    }
    return wrong;
  }
}
