package city.nhip.scenarios.loop;

import com.microsoft.playwright.Locator;
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

  /** The demo city's zone whose junctions stand in a row. */
  private static final String CORRIDOR = "Hoà Phú";

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

  /**
   * {@code -Dnhip.guide=docs} names the folder: the read-me's picture, and the guide's small ones.
   */
  @Test
  @EnabledIfSystemProperty(named = "nhip.guide", matches = ".+")
  void the_guides_have_their_pictures() {
    Path docs = Path.of(System.getProperty("nhip.guide"));
    try (ConsoleBrowser browser = new ConsoleBrowser()) {
      Page page = browser.open(new ConsoleBrowser.Look(1_440, 900, "vi", "light"));
      ConsoleBrowser.signIn(page, city, "operator");
      for (String domain : List.of("signals", "lighting", "waste")) {
        String id = proposal(page, domain);
        if (domain.equals("signals")) {
          page.screenshot(new Page.ScreenshotOptions().setPath(docs.resolve("console.png")));
        }
        page.setViewportSize(1_100, 700);
        page.evaluate("document.getElementById('part-plan').scrollIntoView()");
        shoot(page, docs.resolve("pictures/" + domain + ".jpg"));
        if (!domain.equals("signals")) {
          page.evaluate("id => { location.hash = '#/drafts/new/' + id }", id);
          page.locator(".line-form").first().waitFor();
          shoot(page, docs.resolve("pictures/edit-" + domain + ".jpg"));
        }
        page.setViewportSize(1_440, 900);
      }
      Page phone = browser.open(new ConsoleBrowser.Look(390, 700, "vi", "light"));
      ConsoleBrowser.signIn(phone, city, "crew");
      phone.locator(".next-stop, .empty").first().waitFor();
      shoot(phone, docs.resolve("pictures/crew.jpg"));
    }
  }

  /** Opens a proposal that is still one when it is drawn: in a fast city a newer one comes soon. */
  private static String proposal(Page page, String domain) {
    for (int attempt = 0; attempt < 20; attempt++) {
      page.evaluate("location.hash = '#/schedules'");
      var cards = page.locator(".card.proposed:has([data-domain=" + domain + "])");
      var card =
          domain.equals("signals")
              ? cards.filter(new Locator.FilterOptions().setHasText(CORRIDOR)).first()
              : cards.first();
      card.waitFor();
      String id = card.getAttribute("data-schedule");
      page.evaluate("id => { location.hash = '#/schedules/' + id }", id);
      page.locator("article.schedule").waitFor();
      page.waitForTimeout(2_000);
      if (page.locator("article.schedule[data-status=PROPOSED]").count() == 1) {
        return id;
      }
    }
    throw new AssertionError("No proposal of " + domain + " stands long enough");
  }

  private void take(ConsoleBrowser browser, ConsoleBrowser.Look look, String device) {
    Page page = browser.open(look);
    String end = "-%s-%s-%s.jpg".formatted(look.lang(), look.theme(), device);
    page.navigate(city + "/public");
    page.locator("h1").waitFor();
    shoot(page, folder.resolve("public" + end));
    ConsoleBrowser.signIn(page, city, "admin");
    PAGES.forEach(
        (name, path) -> {
          page.evaluate("path => { location.hash = '#/' + path }", path);
          page.locator(".panel").waitFor();
          shoot(page, folder.resolve(name + end));
        });
    page.evaluate("location.hash = '#/schedules'");
    for (String domain : List.of("lighting", "waste", "signals")) {
      var cards = page.locator(".card:has([data-domain=" + domain + "])");
      if (cards.count() > 0) {
        String id = cards.first().getAttribute("data-schedule");
        page.evaluate("id => { location.hash = '#/schedules/' + id }", id);
        page.locator("article.schedule").waitFor();
        shoot(page, folder.resolve(domain + end));
        page.evaluate("document.getElementById('part-plan').scrollIntoView()");
        shoot(page, folder.resolve(domain + "-plan" + end));
        page.evaluate("location.hash = '#/schedules'");
      }
    }
    page.context().close();
  }

  private static void shoot(Page page, Path file) {
    page.waitForTimeout(900);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(file).setType(ScreenshotType.JPEG).setQuality(78));
  }
}
