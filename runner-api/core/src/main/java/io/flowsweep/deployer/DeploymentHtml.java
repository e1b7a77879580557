package io.flowsweep.deployer;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.deployer.spi.RunStanding;
import java.util.LinkedHashMap;
import java.util.Map;

/** Deployments and triggered runs as tables of HTML. */
final class DeploymentHtml {

    private DeploymentHtml() {}

    static String of(Deployment deployment) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("deployment", deployment.name());
        rows.put("version", deployment.version() + (deployment.paused() ? ", paused" : ""));
        rows.put("flow", deployment.flow());
        rows.put("target", deployment.target());
        rows.put("deployed", deployment.deployedAt() + " by " + deployment.owner());
        rows.put("tags", String.join(", ", deployment.tags()));
        deployment
                .configs()
                .forEach((name, value) -> rows.put("config " + name, Json.write(Secrets.masked(name, value))));
        return table(rows);
    }

    static String of(TriggerRecord trigger, RunStanding standing) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("run", trigger.flow() + "/" + trigger.run());
        rows.put("status", standing.status() + (standing.suspended() ? ", suspended" : ""));
        rows.put("deployment", trigger.deployment() + " version " + trigger.version());
        rows.put("triggered", trigger.at() + " by " + trigger.cause());
        trigger.parameters()
                .forEach((name, value) -> rows.put("parameter " + name, Json.write(Secrets.masked(name, value))));
        standing.failure().ifPresent(why -> rows.put("failure", why));
        return table(rows);
    }

    private static String table(Map<String, String> rows) {
        StringBuilder html = new StringBuilder("<table>");
        rows.forEach((name, value) -> html.append("<tr><th style=\"text-align:left\">")
                .append(escaped(name))
                .append("</th><td>")
                .append(escaped(value))
                .append("</td></tr>"));
        return html.append("</table>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
