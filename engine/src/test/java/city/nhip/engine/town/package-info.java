/**
 * A made-up town with a made-up domain, running on H2 and on PostgreSQL: for the engine's tests.
 */
package city.nhip.engine.town;
