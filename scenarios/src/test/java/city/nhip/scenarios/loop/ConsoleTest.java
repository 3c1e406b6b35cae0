package city.nhip.scenarios.loop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** An operator's way through the console, in a real browser. */
class ConsoleTest {
  private static final double LONGEST = 60_000;

  @Test
  void an_operator_approves_a_proposal_and_sees_the_field_acknowledge_it() {
    Path chromium = chromium();
    RunningCity city = RunningCity.watched();
    city.as("device").post("/api/readings", city.peak());
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(
                            List.of(
                                "--no-sandbox",
                                "--use-angle=swiftshader",
                                "--enable-unsafe-swiftshader")))) {
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

  private static void approveTheFirst(Page page, String url) {
    page.navigate(url + "/");
    page.locator("input[name=username]").fill("operator");
    page.locator("input[name=password]").fill("operator");
    page.locator("button[type=submit]").click();

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
