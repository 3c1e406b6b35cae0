package city.nhip.engine.job;

import static city.nhip.engine.town.RunningTown.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.schedule.ScheduleLine;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.town.CityClock;
import city.nhip.engine.town.Database;
import city.nhip.engine.town.PumpingDomain;
import city.nhip.engine.town.RunningTown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(Database.class)
class JobsTest {
  private final RunningTown town;
  private final Jobs jobs;
  private final PumpingDomain pumping;

  JobsTest(Database database) {
    town = RunningTown.on(database);
    jobs = town.bean(Jobs.class);
    pumping = town.bean(PumpingDomain.class);
  }

  @Test
  void a_wish_becomes_one_proposal_that_remembers_its_cause() {
    town.level("wish");
    OptimizationRequest wish = request("wish", 6, 0, 2);
    assertThat(town.submit(wish)).isTrue();
    assertThat(town.submit(wish)).as("the same wish again").isFalse();
    ScheduleLine proposal = town.awaitStatus("wish", ScheduleStatus.PROPOSED);
    assertThat(proposal.cause()).containsExactly(wish);
    assertThat(town.submit(wish)).as("and after the job has ended").isFalse();
    assertThat(of("wish"))
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.status()).isEqualTo(JobStatus.DONE);
              assertThat(job.scheduleId()).contains(proposal.id());
            });
  }

  @Test
  void many_who_wish_the_same_at_once_start_one_job() throws Exception {
    town.level("crowd");
    ExecutorService threads = Executors.newFixedThreadPool(16);
    OptimizationRequests elsewhere =
        new OptimizationRequests(
            jobs,
            town.bean(PlanningDomains.class),
            town.bean(SolveQueue.class),
            town.bean(TransactionTemplate.class));
    Callable<Boolean> here = () -> town.submit(request("crowd", 6, 0, 2));
    Callable<Boolean> there = () -> elsewhere.submit(request("crowd", 6, 0, 2));
    List<Callable<Boolean>> all = new ArrayList<>(Collections.nCopies(8, here));
    all.addAll(Collections.nCopies(8, there));
    int accepted = 0;
    for (Future<Boolean> answer : threads.invokeAll(all)) {
      accepted += answer.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(accepted).isEqualTo(1);
    town.awaitStatus("crowd", ScheduleStatus.PROPOSED);
    assertThat(of("crowd")).hasSize(1);
  }

  @Test
  void wishes_for_a_scope_gather_while_it_solves_and_are_solved_together_after_it() {
    town.level("busy");
    pumping.hold("busy");
    town.submit(request("busy", 3, 0, 1));
    Job first = awaitOnly("busy", JobStatus.SOLVING);
    for (int window = 1; window <= 3; window++) {
      assertThat(town.submit(request("busy", 3 + window, window, window))).isTrue();
    }
    assertThat(of("busy")).hasSize(2);
    Job second =
        of("busy").stream().filter(job -> !job.id().equals(first.id())).findFirst().orElseThrow();
    assertThat(second.status()).isEqualTo(JobStatus.WAITING);
    assertThat(second.requests()).isEqualTo(3);
    assertThat(second.severity()).isEqualTo(3);
    assertThat(priority(second)).isEqualTo(3);
    await()
        .during(Duration.ofMillis(1500))
        .atMost(Duration.ofSeconds(3))
        .until(() -> jobs.get(second.id()).status() == JobStatus.WAITING);

    pumping.release("busy");
    await().atMost(Duration.ofSeconds(20)).until(() -> done(first) && done(second));
    assertThat(town.awaitStatus("busy", ScheduleStatus.PROPOSED).jobId()).isEqualTo(second.id());
    assertThat(town.awaitStatus("busy", ScheduleStatus.SUPERSEDED).jobId()).isEqualTo(first.id());
    assertThat(pumping.starts("busy").get(1).hoursNeeded()).as("of all findings").isEqualTo(6);
  }

  @Test
  void what_an_earlier_job_was_told_and_still_holds_reaches_the_next_one() {
    town.level("standing");
    ScheduleLine first = town.proposal("standing", 6, 0);
    OptimizationRequest other = request("elsewhere", 2, 1, 2);
    town.submit(
        new OptimizationRequest(
            "pumping",
            "standing",
            "Another rule",
            "v1",
            other.window(),
            other.reason(),
            2,
            other.findings(),
            List.of()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !town.awaitStatus("standing", ScheduleStatus.PROPOSED).equals(first));
    assertThat(pumping.starts("standing").get(1).hoursNeeded()).isEqualTo(6);
  }

  @Test
  void a_domain_that_must_not_plan_says_why_in_both_languages() {
    town.submit(request("dry", 6, 0, 2));
    Job refused = awaitOnly("dry", JobStatus.REFUSED);
    assertThat(refused.reason().orElseThrow())
        .isEqualTo(new Localized("Chưa có mực nước.", "There is no tank level yet."));
    assertThat(refused.scheduleId()).isEmpty();
  }

  @Test
  void what_a_dead_process_left_behind_goes_on_from_its_checkpoint() {
    town.level("crashed");
    byte[] checkpoint =
        ("{\"needed\":2,\"on\":[" + "false,".repeat(22) + "true,true]}")
            .getBytes(StandardCharsets.UTF_8);
    leaveBehind("crashed", checkpoint);

    town.awaitStatus("crashed", ScheduleStatus.PROPOSED);
    Job job = awaitOnly("crashed", JobStatus.DONE);
    assertThat(job.attempt()).isEqualTo(2);
    assertThat(pumping.starts("crashed"))
        .singleElement()
        .satisfies(start -> assertThat(pumping.encode(start)).isEqualTo(checkpoint));
  }

  @Test
  void a_checkpoint_that_no_longer_fits_is_left_aside() {
    town.level("unfit");
    leaveBehind("unfit", "???".getBytes(StandardCharsets.UTF_8));
    town.awaitStatus("unfit", ScheduleStatus.PROPOSED);
    assertThat(pumping.starts("unfit")).hasSize(1);
  }

  @Test
  void an_attempt_that_was_taken_over_stores_nothing() {
    town.level("fenced");
    pumping.hold("fenced");
    town.submit(request("fenced", 6, 0, 2));
    Job job = awaitOnly("fenced", JobStatus.SOLVING);
    town.jdbc()
        .sql("update optimization_job set attempt = attempt + 1 where id = ?")
        .param(job.id())
        .update();
    pumping.release("fenced");
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(3))
        .until(() -> jobs.get(job.id()).status() == JobStatus.SOLVING);
    assertThat(town.bean(Schedules.class).list("pumping", "fenced", ScheduleStatus.PROPOSED))
        .isEmpty();
  }

  @Test
  void an_operator_stops_a_job_that_solves_and_one_that_waits_but_none_that_ended() {
    town.level("stopped");
    pumping.hold("stopped");
    town.submit(request("stopped", 6, 0, 2));
    Job solving = awaitOnly("stopped", JobStatus.SOLVING);
    town.submit(request("stopped", 6, 1, 2));
    Job waiting =
        of("stopped").stream().filter(job -> job.status() == JobStatus.WAITING).findFirst().get();

    assertThat(cancel(waiting, "viewer")).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(cancel(waiting, "operator")).isEqualTo(HttpStatus.OK);
    assertThat(jobs.get(waiting.id()).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(cancel(solving, "operator")).isEqualTo(HttpStatus.OK);
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> jobs.get(solving.id()).status() == JobStatus.CANCELLED);
    assertThat(cancel(solving, "operator")).isEqualTo(HttpStatus.CONFLICT);
    assertThat(town.bean(Schedules.class).list("pumping", "stopped", ScheduleStatus.PROPOSED))
        .isEmpty();
    pumping.release("stopped");
  }

  @Test
  void an_unknown_domain_is_refused_with_the_rules_name() {
    OptimizationRequest wrong =
        new OptimizationRequest(
            "tides",
            "north",
            "Moon asks",
            "v1",
            new TimeWindow(CityClock.START, CityClock.START.plusSeconds(60)),
            new Localized("a", "a"),
            1,
            List.of(),
            List.of());
    assertThatThrownBy(() -> town.submit(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Moon asks")
        .hasMessageContaining("tides");
  }

  /** A job as a killed process leaves it: solving, picked, and no heartbeat any more. */
  private void leaveBehind(String scope, byte[] checkpoint) {
    town.transaction(
        () -> {
          Job job = jobs.create("pumping", scope, 2);
          jobs.attach(job, request(scope, 2, 0, 2));
          int attempt = jobs.claim(job).orElseThrow();
          jobs.checkpoint(job, attempt, checkpoint, "0");
          town.jdbc()
              .sql(
                  """
                  insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                    last_heartbeat, version, priority)
                  values ('solve', ?, current_timestamp - interval '1' hour, true, 'dead',
                    current_timestamp - interval '1' hour, 1, 2)
                  """)
              .param(job.id().toString())
              .update();
        });
  }

  private HttpStatus cancel(Job job, String who) {
    return HttpStatus.valueOf(
        town.post("/api/jobs/" + job.id() + "/cancellation", who, Map.of())
            .getStatusCode()
            .value());
  }

  private int priority(Job job) {
    return town.jdbc()
        .sql("select priority from scheduled_tasks where task_instance = ?")
        .param(job.id().toString())
        .query(Integer.class)
        .single();
  }

  private boolean done(Job job) {
    return jobs.get(job.id()).status() == JobStatus.DONE;
  }

  private List<Job> of(String scope) {
    return jobs.list().stream().filter(job -> job.scope().equals(scope)).toList();
  }

  private Job awaitOnly(String scope, JobStatus status) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> of(scope), list -> list.size() == 1 && list.get(0).status() == status)
        .get(0);
  }
}
