package city.nhip.scenarios.loop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * An operator's night in a real browser: one city, looked at before, in and after the decision.
 * Long, since each step needs the city as the step before left it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleTest {
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

  @Test
  @Order(1)
  void an_operator_understands_compares_tries_and_approves_with_the_mouse() {
    Page page = enter(ConsoleBrowser.Look.DESK, "operator");
    openProposal(page);
    for (String part : List.of("figures", "plan", "cause", "safety", "constraints", "after")) {
      assertThat(page.locator("#part-" + part)).isAttached();
    }
    assertThat(page.locator(".tiles .tile.good").first()).isVisible();
    String base = page.url();

    // Drag one junction along time, pin it, solve again around it; later the edit is offered.
    page.locator("[data-do=try]").click();
    Locator offset = page.locator(".editor tr:first-child input").last();
    String before = offset.inputValue();
    BoundingBox row = page.locator(".time-space .stop").first().boundingBox();
    page.mouse().move(row.x + 200, row.y + row.height / 2);
    page.mouse().down();
    page.mouse().move(row.x + 260, row.y + row.height / 2);
    page.mouse().up();
    visible(page.locator(".outcome .kpis"));
    assertThat(offset.inputValue()).as("dragged along time").isNotEqualTo(before);
    page.locator("[aria-pressed=false]").first().click();
    page.locator("[data-do=start-draft]").click();
    visible(page.locator("[data-do=offer]"));

    // Suppose that something happens: a branch of its own.
    page.navigate(base.replace("#/schedules/", "#/drafts/new/"));
    page.locator("#tab-whatif").click();
    page.locator("[data-do=start-draft]").click();
    visible(page.locator(".page-body .kpis").first());
    assertThat(page.locator("[data-do=offer]")).hasCount(0);

    page.locator(".tools a[href^='#/compare/']").click();
    visible(page.locator(".sides .detail-top").nth(1));
    assertThat(page.locator("tbody tr").first()).isVisible();

    page.navigate(base);
    page.locator("[data-do=approve]").click();
    page.locator("#decide-approval [type=submit]").click();
    visible(page.locator("article.schedule[data-status=PUBLISHED]"));
    visible(page.locator("#part-after ~ .history .chip.good").first());
    page.context().close();
  }

  @Test
  @Order(2)
  void the_next_proposal_is_tried_approved_and_rolled_back_by_keyboard_alone() {
    Page page = browser.open(ConsoleBrowser.Look.NIGHT);
    page.navigate(city.url() + "/");
    page.locator("input[name=username]").waitFor();
    tabTo(page, "input[name=username]");
    page.keyboard().type("operator");
    page.keyboard().press("Tab");
    page.keyboard().type("operator");
    page.keyboard().press("Enter");
    page.locator(".rail a").first().waitFor();
    tabTo(page, ".rail [data-page=schedules]");
    page.keyboard().press("Enter");
    visible(page.locator("[data-schedule]").first());
    tabTo(page, "a[data-schedule]");
    page.keyboard().press("Enter");
    visible(page.locator("article.schedule"));
    tabTo(page, "[data-do=compare]");
    page.keyboard().press("Enter");
    visible(page.locator(".sides"));
    page.goBack();
    visible(page.locator("article.schedule"));
    tabTo(page, "[data-do=try]");
    page.keyboard().press("Enter");
    tabTo(page, "[aria-pressed=false]");
    page.keyboard().press("Enter");
    visible(page.locator("[aria-pressed=true]"));
    tabTo(page, "#tab-whatif");
    page.keyboard().press("Enter");
    tabTo(page, "[data-do=start-draft]");
    page.keyboard().press("Enter");
    visible(page.locator(".page-body .kpis").first());

    tabTo(page, ".rail [data-page=drafts]");
    page.keyboard().press("Enter");
    visible(page.locator("tbody a").last());
    tabTo(page, "tbody tr:last-child a");
    page.keyboard().press("Enter");
    visible(page.locator("[data-do=offer]"));
    tabTo(page, "[data-do=offer]");
    page.keyboard().press("Enter");

    visible(page.locator("article.schedule[data-status=PROPOSED]"));
    tabTo(page, "[data-do=approve]");
    page.keyboard().press("Enter");
    tabTo(page, "#decide-approval [type=submit]");
    page.keyboard().press("Enter");
    visible(page.locator("article.schedule[data-status=PUBLISHED]"));

    String edited = page.url();
    tabTo(page, "[data-do=rollback]");
    page.keyboard().press("Enter");
    page.locator("#decide-rollback textarea").waitFor();
    tabTo(page, "#decide-rollback textarea");
    page.keyboard().type("back");
    tabTo(page, "#decide-rollback [type=submit]");
    page.keyboard().press("Enter");
    carriesAnother(page, edited);
    page.context().close();
  }

  @Test
  @Order(3)
  void the_plan_before_is_brought_back_with_the_mouse() {
    Page page = enter(ConsoleBrowser.Look.DESK, "operator");
    page.locator("[data-schedule].published").first().click();
    visible(page.locator("article.schedule[data-status=PUBLISHED]"));
    String carried = page.url();
    page.locator("[data-do=rollback]").click();
    page.locator("#decide-rollback textarea").fill("back");
    page.locator("#decide-rollback [type=submit]").click();
    carriesAnother(page, carried);

    String inForce = page.url().substring(page.url().lastIndexOf('/') + 1);
    assertThat(offeredUnchanged(inForce).path("words").path("vi").asString())
        .contains("giống hệt kế hoạch đang chạy");
    page.context().close();
  }

  @Test
  @Order(4)
  void a_supervisor_reads_a_schedule_on_a_phone() {
    Page page = enter(ConsoleBrowser.Look.PHONE, "viewer");
    page.locator("[data-schedule]").first().click();
    visible(page.locator("article.schedule"));

    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing hangs out to the side")
        .isTrue();
    page.locator(".menu summary").first().click();
    BoundingBox menu = page.locator(".menu ul").first().boundingBox();
    assertThat(menu.x).as("the menu's left edge").isNotNegative();
    assertThat(menu.x + menu.width).as("the menu's right edge").isLessThanOrEqualTo(390);
    assertThat(page.locator("[data-do=approve]")).hasCount(0);
    page.context().close();
  }

  @Test
  @Order(5)
  void a_stop_is_dragged_at_the_desk_and_a_crew_reports_from_its_phone() throws IOException {
    city.as("device").post("/api/readings", city.fullBins());
    String drawn = proposedWaste();
    Page desk = enter(ConsoleBrowser.Look.DESK, "operator");
    desk.evaluate("id => { location.hash = '#/drafts/new/' + id }", drawn);
    Locator bar = desk.locator(".waste-lanes [data-stop]").first();
    visible(bar);
    bar.scrollIntoViewIfNeeded();
    BoundingBox box = bar.boundingBox();
    desk.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    desk.mouse().down();
    desk.mouse().move(box.x + 160, box.y + box.height / 2);
    desk.mouse().up();
    visible(desk.locator(".outcome .kpis"));
    tabTo(desk, "[data-do=move-stop]");
    desk.keyboard().press("Enter");
    visible(desk.locator(".outcome .kpis"));

    // Whatever is supposed: where an urgent container fits is told, ranked.
    desk.locator("#tab-whatif").click();
    desk.locator("[data-do=start-draft]").click();
    visible(desk.locator("#part-notes li:has-text('chỗ hợp nhất trước')").first());
    desk.context().close();

    city.awaitRest();
    String id = proposedWaste();
    city.as("operator").post("/api/schedules/" + id + "/approval", Map.of());
    awaitSchedule(id, "PUBLISHED", one -> one.path("status").asString());
    Page phone = enter(ConsoleBrowser.Look.PHONE, "crew");
    visible(phone.locator(".next-stop"));
    String first = phone.locator(".next-stop").getAttribute("data-stop");
    phone.locator("[data-do=done]").click();
    visible(phone.locator(".next-stop:not([data-stop='" + first + "'])"));
    String second = phone.locator(".next-stop").getAttribute("data-stop");
    phone.locator("[data-do=skip]").click();
    phone
        .locator("input[name=photo]")
        .setInputFiles(new FilePayload("bin.jpg", "image/jpeg", picture()));
    phone.locator("[data-do=skip-now]").click();
    visible(phone.locator(".next-stop:not([data-stop='" + second + "'])"));
    phone.context().close();

    awaitSchedule(id, "2", one -> "" + one.path("reports").size());
    JsonNode skipped = city.as("viewer").get("/api/schedules/" + id).body().path("reports").path(1);
    assertThat(skipped.path("stop").asString()).isEqualTo(second);
    assertThat(skipped.path("outcome").asString()).isEqualTo("SKIPPED");
    assertThat(skipped.path("photo").asBoolean()).isTrue();
    assertThat(city.as("viewer").get("/api/alarms").body().toString())
        .contains("stop-skipped", second);
  }

  /** An edit in which nothing was edited. */
  private static JsonNode offeredUnchanged(String schedule) {
    String draft = "/api/drafts/" + city.unedited(schedule);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> city.as("operator").get(draft).body().path("draft").path("status").asString(),
            "READY"::equals);
    return city.as("operator").post(draft + "/offer", Map.of()).body();
  }

  /** Only then is the rollback done: a page that still shows the plan before is published, too. */
  private static void carriesAnother(Page page, String before) {
    page.waitForCondition(() -> !page.url().equals(before));
    visible(page.locator("article.schedule[data-status=PUBLISHED]"));
  }

  private static String proposedWaste() {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                city.as("viewer")
                    .get("/api/schedules?status=PROPOSED&domain=waste")
                    .body()
                    .path(0)
                    .path("id")
                    .asString(""),
            id -> !id.isEmpty());
  }

  private static void awaitSchedule(String id, String wanted, Function<JsonNode, String> of) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> of.apply(city.as("viewer").get("/api/schedules/" + id).body()), wanted::equals);
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    return bytes.toByteArray();
  }

  private static Page enter(ConsoleBrowser.Look look, String account) {
    Page page = browser.open(look);
    ConsoleBrowser.signIn(page, city.url(), account);
    return page;
  }

  private static void openProposal(Page page) {
    page.locator(".rail [data-page=schedules]").click();
    page.locator("[data-schedule].proposed").first().click();
    visible(page.locator("article.schedule"));
  }

  private static void visible(Locator thing) {
    assertThat(thing)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(ConsoleBrowser.LONGEST));
  }

  /** Presses Tab until the thing has the focus, as a person without a mouse does. */
  private static void tabTo(Page page, String selector) {
    page.locator(selector).first().waitFor();
    for (int press = 0; press < 200; press++) {
      if ((Boolean) page.evaluate("what => document.activeElement.matches(what)", selector)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("No way by keyboard to " + selector + " at " + page.url());
  }
}
