package city.nhip.scenarios.loop;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real browser for people's ways through the console. */
final class ConsoleBrowser implements AutoCloseable {
  /** Milliseconds; a loaded machine is slow. */
  static final double LONGEST = 60_000;

  private final Playwright playwright;
  private final Browser browser;

  ConsoleBrowser() {
    Path chromium = chromium();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--use-angle=swiftshader",
                            "--enable-unsafe-swiftshader")));
  }

  /** How a page looks to a person. */
  record Look(int width, int height, String lang, String theme) {
    static final Look DESK = new Look(1_440, 900, "vi", "light");
    static final Look NIGHT = new Look(1_440, 900, "en", "dark");
    static final Look PHONE = new Look(390, 844, "vi", "dark");
  }

  Page open(Look look) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setLocale(look.lang().equals("vi") ? "vi-VN" : "en-GB")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setColorScheme(
                    look.theme().equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
    context.addInitScript(
        "localStorage.setItem('nhip.lang', '%s'); localStorage.setItem('nhip.theme', '%s')"
            .formatted(look.lang(), look.theme()));
    Page page = context.newPage();
    page.setDefaultTimeout(LONGEST);
    return page;
  }

  static void signIn(Page page, String url, String account) {
    page.navigate(url + "/");
    page.locator("input[name=username]").fill(account);
    page.locator("input[name=password]").fill(account);
    page.locator("button[type=submit]").click();
    page.locator(".rail a").first().waitFor();
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

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
