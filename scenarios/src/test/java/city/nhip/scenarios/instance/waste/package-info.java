/** Tests of instance files and of what the command line writes for them, on generated files. */
@NullMarked
package city.nhip.scenarios.instance.waste;

import org.jspecify.annotations.NullMarked;
