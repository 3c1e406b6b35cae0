/** Street lighting planned for sketched cities. */
@NullMarked
package city.nhip.scenarios.lighting;

import org.jspecify.annotations.NullMarked;
