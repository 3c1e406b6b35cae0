package city.nhip.scenarios.loop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** An operator's way through the console, in a real browser. */
class ConsoleTest {
  private static final double LONGEST = 60_000;

  @Test
  void an_operator_approves_a_proposal_and_sees_the_field_acknowledge_it() {
    Path chromium = chromium();
    RunningCity city = RunningCity.watched();
    city.as("device").post("/api/readings", city.peak());
    try (Playwright playwright = playwright();
        Browser browser = browser(playwright, chromium)) {
      Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1_280, 800));
      page.setDefaultTimeout(LONGEST);
      try {
        approveTheFirst(page, city.url());
      } catch (RuntimeException | AssertionError failure) {
        page.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target/console-failure.png")));
        throw failure;
      }
    }
  }

  /**
   * The README's picture: {@code -Dnhip.picture=../docs/console.png
   * -Dnhip.picture.of=http://localhost:8080/#/schedules}, of a city that runs already.
   */
  @Test
  @EnabledIfSystemProperty(named = "nhip.picture", matches = ".+")
  void the_readme_has_a_picture() {
    try (Playwright playwright = playwright();
        Browser browser = browser(playwright, chromium())) {
      Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1_280, 800));
      page.setDefaultTimeout(LONGEST);
      signIn(page, System.getProperty("nhip.picture.of", "http://localhost:8080/#/schedules"));
      page.locator("[data-schedule].proposed").first().click();
      assertThat(page.locator("[data-do=approve]")).isVisible();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("nhip.picture"))));
    }
  }

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static Browser browser(Playwright playwright, Path chromium) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(
                    List.of(
                        "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")));
  }

  private static void signIn(Page page, String url) {
    page.navigate(url);
    page.locator("input[name=username]").fill("operator");
    page.locator("input[name=password]").fill("operator");
    page.locator("button[type=submit]").click();
  }

  private static void approveTheFirst(Page page, String url) {
    signIn(page, url + "/");
    page.locator("[data-page=schedules]").first().click();
    Locator proposal = page.locator("[data-schedule].proposed").first();
    proposal.click();
    page.locator("[data-do=approve]").click();
    page.locator("#decide-approval [type=submit]").click();

    assertThat(page.locator("article.schedule[data-status=PUBLISHED]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST));
  }

  /** Elsewhere than in the project's own builds a machine may lack it. */
  private static Path chromium() {
    Optional<Path> found =
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && System.getenv("CI") != null) {
      Assertions.fail("There is no Chromium. Install the package chromium.");
    }
    Assumptions.assumeTrue(
        found.isPresent(), "There is no Chromium, so the console is not tried in a browser.");
    return found.orElseThrow();
  }
}
