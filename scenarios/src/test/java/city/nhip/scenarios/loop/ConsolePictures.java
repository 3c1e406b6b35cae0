package city.nhip.scenarios.loop;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes a picture of each page in both themes, both languages, at a desk and on a phone. Not a part
 * of the build: {@code ./mvnw -pl scenarios -am test -Dtest=ConsolePictures -Dpictures=DIR
 * -Dcity=http://localhost:8080 -Dsurefire.failIfNoSpecifiedTests=false} beside a running city.
 */
class ConsolePictures {
  private static final Map<String, String> PAGES =
      Map.of(
          "desk", "schedules",
          "city", "city",
          "try-out", "drafts",
          "activity", "activity",
          "results", "results",
          "audit", "audit",
          "rules", "rules",
          "connectors", "connectors");

  private final Path folder = Path.of(System.getProperty("pictures", "target/pictures"));
  private final String city = System.getProperty("city", "http://localhost:8080");

  @Test
  void every_page_in_every_look() {
    try (ConsoleBrowser browser = new ConsoleBrowser()) {
      for (String lang : List.of("vi", "en")) {
        for (String theme : List.of("light", "dark")) {
          take(browser, new ConsoleBrowser.Look(1_440, 900, lang, theme), "desktop");
          take(browser, new ConsoleBrowser.Look(390, 844, lang, theme), "phone");
        }
      }
    }
  }

  /** {@code -Dnhip.picture=FILE} names it. */
  @Test
  @EnabledIfSystemProperty(named = "nhip.picture", matches = ".+")
  void the_readme_has_a_picture() {
    try (ConsoleBrowser browser = new ConsoleBrowser()) {
      Page page = browser.open(new ConsoleBrowser.Look(1_440, 900, "vi", "light"));
      ConsoleBrowser.signIn(page, city, "operator");
      page.locator("[data-schedule].proposed").first().click();
      page.locator("[data-do=approve]").waitFor();
      page.waitForTimeout(1_500);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("nhip.picture"))));
    }
  }

  private void take(ConsoleBrowser browser, ConsoleBrowser.Look look, String device) {
    Page page = browser.open(look);
    String end = "-%s-%s-%s.jpg".formatted(look.lang(), look.theme(), device);
    page.navigate(city + "/public");
    page.locator("h1").waitFor();
    shoot(page, "public" + end);
    ConsoleBrowser.signIn(page, city, "admin");
    PAGES.forEach(
        (name, path) -> {
          page.evaluate("path => { location.hash = '#/' + path }", path);
          page.locator(".panel").waitFor();
          shoot(page, name + end);
        });
    page.evaluate("location.hash = '#/schedules'");
    for (String domain : List.of("lighting", "waste", "signals")) {
      var cards = page.locator(".card:has([data-domain=" + domain + "])");
      if (cards.count() > 0) {
        String id = cards.first().getAttribute("data-schedule");
        page.evaluate("id => { location.hash = '#/schedules/' + id }", id);
        page.locator("article.schedule").waitFor();
        shoot(page, domain + end);
        page.evaluate("document.getElementById('part-plan').scrollIntoView()");
        shoot(page, domain + "-plan" + end);
        page.evaluate("location.hash = '#/schedules'");
      }
    }
    page.context().close();
  }

  private void shoot(Page page, String name) {
    page.waitForTimeout(900);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(folder.resolve(name))
            .setType(ScreenshotType.JPEG)
            .setQuality(78));
  }
}
