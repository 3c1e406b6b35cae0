/**
 * Reads a city's folder and refuses a wrong file with its name, line and remedy. Whoever starts a
 * city enters here.
 */
@NullMarked
package city.nhip.scenarios.cityfolder;

import org.jspecify.annotations.NullMarked;
