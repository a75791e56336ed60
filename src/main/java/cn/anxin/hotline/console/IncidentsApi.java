package cn.anxin.hotline.console;

import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.list.IncidentList;
import cn.anxin.hotline.escalation.list.ListedIncident;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/incidents")
class IncidentsApi {
    private final IncidentList incidents;

    IncidentsApi(IncidentList incidents) {
        this.incidents = incidents;
    }

    @GetMapping
    @Operation(summary = "待处置事件: the incidents, the latest first; names masked")
    Page<ListedIncident> incidents(
            @RequestParam(required = false) Set<IncidentState> state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Positive long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return Page.of(
                incidents.page(state == null ? Set.of() : state, after, limit),
                limit,
                incident -> Long.toString(incident.id()));
    }
}
