package city.nhip.rules.session;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The same fact makers that the running city has as beans, for a command line without one. */
public final class FactMakers {
  private FactMakers() {}

  /** All of them, in the order of their names. */
  public static List<FactMaker> discover() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(FactMaker.class));
    return scan.findCandidateComponents("city.nhip").stream()
        .map(found -> String.valueOf(found.getBeanClassName()))
        .sorted(Comparator.naturalOrder())
        .map(
            name ->
                (FactMaker)
                    BeanUtils.instantiateClass(
                        ClassUtils.resolveClassName(name, FactMakers.class.getClassLoader())))
        .toList();
  }
}
