// The commonest patterns of rules. Each writes DRL, and a test beside it.
const FACTS = {
  trafficFlow: ['traffic.FlowObserved', 'vehiclesPerHour', 'approach', 'veh/h', ', limits: {capacityVehiclesPerHour: 1800}'],
  occupancy: ['traffic.OccupancyObserved', 'percent', 'approach', '%', ''],
  speed: ['traffic.SpeedObserved', 'kilometresPerHour', 'approach', 'km/h', ''],
  queueLength: ['traffic.QueueObserved', 'vehicles', 'approach', 'veh', ''],
  activePower: ['energy.FeederLoad', 'kilowatts', 'cabinet', 'kW', ', limits: {capKilowatts: 1000}'],
  fillLevel: ['waste.FillObserved', 'percent', 'container', '%', ''],
};

export const properties = Object.keys(FACTS);
export const unitOf = (property) => FACTS[property][3];

const text = (value) => JSON.stringify(String(value)).replaceAll('\\u', '');
const steady = (minutes) => Math.max(1, Math.floor(minutes / 3));

/** "The average over N minutes is above X: ask for a plan". */
export const average = ({ name, rule, domain, property, above, minutes, severity, cooldown, vi, en }) => {
  const [type, field, asset, unit, limits] = FACTS[property];
  const fact = type.split('.')[1];
  return {
    'package.yaml': `name: ${name}\ndomain: ${domain}\nowner: city\ndescription:\n  vi: ${text(vi)}\n  en: ${text(en)}\n`,
    'triggers.drl': `package city.nhip.rules.${name};

import city.nhip.rules.session.Ask;
import city.nhip.rules.session.Infer;
import city.nhip.rules.${type};
import java.util.List;

rule ${text(rule)}
@vi(${text(vi)})
when
  ${fact}($asset : ${asset}, $at : at, ${field} > ${above})
  accumulate(
    ${fact}(${asset} == $asset, $value : ${field}, $id : readingId) over window:time(${minutes}m);
    $average : average($value), $count : count($id), $ids : collectList($id);
    $count >= 3, $average > ${above})
then
  insert(Ask.plan("${domain}", ${severity}, ${cooldown},
    ${text(vi)} + " (" + $asset + ": " + Infer.number($average) + " ${unit})",
    ${text(en)} + " (" + $asset + ": " + Infer.number($average) + " ${unit})",
    List.of(), $ids));
end
`,
    'tests/triggers.yaml': `- test: Three readings above ${above} ${unit} ask
  start: "2026-03-02 14:00"
  readings:
    - {at: 0m..${2 * steady(minutes)}m every ${steady(minutes)}m, asset: A1${limits}, ${property}: ${Number(above) + 1} ${unit}}
  until: ${2 * steady(minutes)}m
  expect:
    - {rule: ${text(rule)}, at: ${2 * steady(minutes)}m, severity: ${severity}}

- test: Readings at ${above} ${unit} ask for nothing
  start: "2026-03-02 14:00"
  readings:
    - {at: 0m..${2 * steady(minutes)}m every ${steady(minutes)}m, asset: A1${limits}, ${property}: ${above} ${unit}}
  expect: none
`,
  };
};
