package io.flowsweep.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.JsonObject;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Schedule;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.Trigger;
import io.flowsweep.flow.TriggerOnFinish;
import io.flowsweep.flow.Triggers;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.EventPlan;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.AutomationPlan.Missed;
import io.flowsweep.plan.AutomationPlan.Overlap;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.json.PlanReader;
import io.flowsweep.planner.config.ConfigSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AutomationTest {

    abstract static class Base extends FlowSpec {
        @FlowConfig(defaultValue = "{}")
        Map<String, Object> config;

        @Parameter
        String day = "today";

        @Parameter
        int rowCount = 1;

        @Step(next = "end")
        void start() {}

        @Step
        void end() {}
    }

    private static FlowPlan plan(Class<?> flow, Map<String, ?> config) {
        return Planning.planner(flow).plan(Map.of("config", new ConfigSource.Value(config)), Map.of());
    }

    private static AutomationPlan automation(Class<?> flow, Map<String, ?> config) {
        return plan(flow, config).automation().orElseThrow();
    }

    @Nested
    class Schedules {

        @Schedule
        static class Daily extends Base {}

        @Schedule(weekly = true, timezone = "Europe/Berlin", missed = "all", overlap = "forbid")
        static class Weekly extends Base {}

        @Schedule(cron = "0 ${config.hour} * * *", missed = "skip")
        static class Hour extends Base {}

        static class Inherits extends Hour {}

        @Schedule("${config.schedule}")
        static class Whole extends Base {}

        @Schedule(cron = "0 0 * * *", hourly = true)
        static class Two extends Base {}

        @Test
        void areDailyUnlessTheySayOtherwise() {
            assertThat(automation(Daily.class, Map.of()).schedule())
                    .contains(new SchedulePlan("@daily", "UTC", Missed.ONCE, Overlap.ALLOW));
        }

        @Test
        void sayZoneAndWhatIsDoneAboutMissedAndOverlappingRuns() {
            assertThat(automation(Weekly.class, Map.of()).schedule())
                    .contains(new SchedulePlan("@weekly", "Europe/Berlin", Missed.ALL, Overlap.FORBID));
        }

        @Test
        void dependOnTheConfigAndAreInherited() {
            assertThat(automation(Inherits.class, Map.of("hour", 5)).schedule())
                    .contains(new SchedulePlan("0 5 * * *", "UTC", Missed.SKIP, Overlap.ALLOW));
        }

        @Test
        void mayBeATextAnObjectOrNothing() {
            assertThat(automation(Whole.class, Map.of("schedule", "0 5 * * *")).schedule())
                    .contains(new SchedulePlan("0 5 * * *", "UTC", Missed.ONCE, Overlap.ALLOW));
            assertThat(automation(Whole.class, Map.of("schedule", Map.of("hourly", true, "timezone", "Asia/Tokyo")))
                            .schedule())
                    .contains(new SchedulePlan("@hourly", "Asia/Tokyo", Missed.ONCE, Overlap.ALLOW));
            Map<String, Object> nothing = new HashMap<>();
            nothing.put("schedule", null);
            assertThat(plan(Whole.class, nothing).automation()).isEmpty();
        }

        @Test
        void areRefusedWithFlowAndField() {
            assertThatThrownBy(() -> automation(Hour.class, Map.of("hour", 25)))
                    .hasMessageContaining("Hour @Schedule: the hour is 0 to 23, but got \"25\"")
                    .hasMessageContaining("    0 25 * * *\n      ^");
            assertThatThrownBy(() -> automation(Whole.class, Map.of("schedule", "0 0 30 2 *")))
                    .hasMessageStartingWith("Whole @Schedule: the cron \"0 0 30 2 *\" never fires");
            assertThatThrownBy(() -> automation(
                            Whole.class, Map.of("schedule", Map.of("hourly", true, "timezone", "Asia/Tokio"))))
                    .hasMessageContaining("Did you mean \"Asia/Tokyo\"?");
            assertThatThrownBy(() -> automation(Whole.class, Map.of("schedule", Map.of("overlap", "forbit"))))
                    .hasMessageContaining("overlap must be one of allow, forbid, replace, but got forbit")
                    .hasMessageContaining("Did you mean \"forbid\"?");
            assertThatThrownBy(() -> automation(Two.class, Map.of()))
                    .hasMessageContaining("one of cron, hourly, daily and weekly, but got cron and hourly");
        }
    }

    @Nested
    class Events {

        @Trigger(
                event = "${config.event}",
                parameters = {"day", "row_count = data.rows"},
                where = "kind = full")
        static class Single extends Base {}

        @Trigger(event = "a")
        @Trigger(event = "b")
        static class Either extends Base {}

        @Triggers(
                join = "all",
                reset = "24h",
                value = {@Trigger(event = "a"), @Trigger(event = "b")})
        static class Both extends Base {}

        @Trigger(event = "c")
        static class OnlyC extends Both {}

        @TriggerOnFinish({"MatMul", "shop.prod.Load"})
        static class After extends Base {}

        @Trigger(event = "a", parameters = "dya = x")
        static class Misspelt extends Base {}

        @Test
        void haveNamesConditionsAndGiveParameters() {
            assertThat(automation(Single.class, Map.of("event", "data.ready")).triggers())
                    .containsExactly(new TriggerPlan(
                            List.of(new EventPlan(
                                    "data.ready",
                                    Map.of("kind", "full"),
                                    Map.of("day", "day", "rowCount", "data.rows"))),
                            Join.ANY,
                            Optional.empty()));
        }

        @Test
        void mayBeSeveralOrNoneByTheConfig() {
            assertThat(automation(Single.class, Map.of("event", List.of("a", "b")))
                            .triggers()
                            .get(0)
                            .events())
                    .extracting(EventPlan::event)
                    .containsExactly("a", "b");
            Map<String, Object> nothing = new HashMap<>();
            nothing.put("event", null);
            assertThat(plan(Single.class, nothing).automation()).isEmpty();
        }

        @Test
        void areJoined() {
            assertThat(automation(Either.class, Map.of()).triggers().get(0).join())
                    .isEqualTo(Join.ANY);
            assertThat(automation(Both.class, Map.of()).triggers().get(0))
                    .extracting(TriggerPlan::join, TriggerPlan::reset)
                    .containsExactly(Join.ALL, Optional.of(Duration.ofDays(1)));
        }

        @Test
        void ofTheClassTakeThePlaceOfThoseOfItsBase() {
            assertThat(automation(OnlyC.class, Map.of()).triggers())
                    .singleElement()
                    .extracting(t -> t.events().get(0).event())
                    .isEqualTo("c");
        }

        @Test
        void areEndsOfOtherFlows() {
            assertThat(automation(After.class, Map.of()).triggers().get(0).events())
                    .containsExactly(
                            new EventPlan("run.finished", Map.of("succeeded", "true", "flow", "MatMul"), Map.of()),
                            new EventPlan(
                                    "run.finished",
                                    Map.of("succeeded", "true", "deployment", "shop.prod.Load"),
                                    Map.of()));
        }

        @Test
        void areRefusedWithDidYouMean() {
            assertThatThrownBy(() -> automation(Misspelt.class, Map.of()))
                    .hasMessage(
                            "Misspelt @Trigger: the payload cannot give a parameter \"dya\", which the flow has not."
                                    + " Did you mean \"day\"?");
            assertThatThrownBy(() -> automation(Single.class, Map.of("event", "not a name")))
                    .hasMessageContaining("Single @Trigger: an event's name is");
        }
    }

    @Test
    void comesFromOutside() {
        FlowPlan changed = plan(Schedules.Daily.class, Map.of())
                .with("schedule:cron=0 6 * * 1,5,timezone=Europe/Berlin")
                .with("trigger:event=go");
        AutomationPlan automation = changed.automation().orElseThrow();
        assertThat(automation.schedule())
                .contains(new SchedulePlan("0 6 * * 1,5", "Europe/Berlin", Missed.ONCE, Overlap.ALLOW));
        assertThat(automation.triggers().get(0).events().get(0).event()).isEqualTo("go");
        assertThat(changed.with("trigger_on_finish:flow=Load,on=failed")
                        .automation()
                        .orElseThrow()
                        .triggers())
                .singleElement()
                .extracting(t -> t.events().get(0).where())
                .isEqualTo(Map.of("succeeded", "false", "flow", "Load"));
        assertThatThrownBy(() -> changed.with("trigger_on_finish:flow=Load,on=endet"))
                .hasMessage(
                        "--with trigger_on_finish:flow=Load,on=endet: on must be succeeded, failed or ended, but got endet."
                                + " Did you mean \"ended\"?");
    }

    @Test
    void isReadFromJsonAsItWasWritten() {
        for (FlowPlan plan : List.of(
                plan(Schedules.Weekly.class, Map.of()),
                plan(Events.Single.class, Map.of("event", "data.ready")),
                plan(Events.Both.class, Map.of()))) {
            String json = Json.write(ValueCodec.encode(FlowPlan.class, plan));
            assertThat(PlanReader.plan(JsonObject.of(Json.parseObject(json)))).isEqualTo(plan);
        }
    }
}
