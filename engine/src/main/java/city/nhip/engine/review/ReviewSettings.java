package city.nhip.engine.review;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a city decides.
 *
 * @param fourEyes the domains whose plans two different people must approve
 * @param autoApprove whether the city's {@link ApprovalPolicy policies} may approve; off unless a
 *     city turns it on
 * @param approvals the file of the policies; {@code approvals.json} of the city's folder by default
 */
@ConfigurationProperties("nhip.review")
record ReviewSettings(
    @DefaultValue List<String> fourEyes,
    @DefaultValue("false") boolean autoApprove,
    Optional<String> approvals) {}
