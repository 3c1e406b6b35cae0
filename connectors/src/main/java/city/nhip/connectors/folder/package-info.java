/**
 * A connector as an integrator writes it: one folder with a description, a mapping, and, where it
 * needs them, a schema, a route, a list of device names, samples. Routes and the command line enter
 * here.
 */
@NullMarked
package city.nhip.connectors.folder;

import org.jspecify.annotations.NullMarked;
