// Plots of what was heard since the page was opened: lines that also differ by their dashes, with their
// numbers in a table beside them for whoever does not see a picture.
import uPlot from 'uplot';
import { el } from './dom.js';
import { chosen, number, t, clock } from './words.js';

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [1, 5]];
const COLOURS = ['--ls-plot-1', '--ls-plot-2', '--ls-plot-3', '--ls-plot-4', '--ls-plot-5', '--ls-plot-6'];
const HEIGHT = 190;
/** So wide is the shortest time that is shown. */
const LEAST_S = 600;

/**
 * @param series names (keys of the table)
 * @return `{node, show(times, values, now), end()}`; times in ms since 1970, a list of values for each name
 */
export function plot(head, series) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const box = el('div', { class: 'plot-box', 'aria-hidden': 'true' });
  const keys = el('ul', { class: 'plot-keys' });
  const values = series.map((name, at) => {
    const value = el('strong');
    const swatch = el('canvas', { width: '36', height: '10', 'aria-hidden': 'true' });
    const pen = swatch.getContext('2d');
    pen.strokeStyle = colour(COLOURS[at]);
    pen.lineWidth = 3;
    pen.setLineDash(DASHES[at]);
    pen.beginPath();
    pen.moveTo(0, 5);
    pen.lineTo(36, 5);
    pen.stroke();
    keys.append(el('li', {}, swatch, el('span', {}, t(name)), value));
    return value;
  });
  const node = el('figure', { class: 'plot' }, el('figcaption', {}, t(head)), box, keys);
  const axis = {
    stroke: colour('--ls-text-2'),
    font: `13px ${getComputedStyle(document.body).fontFamily}`,
    grid: { stroke: colour('--ls-line'), width: 1 },
    ticks: { stroke: colour('--ls-line'), width: 1 },
  };
  const made = new uPlot(
    {
      width: 480,
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: true, range: (_, from, to) => [from, Math.max(to, from + LEAST_S)] }, y: { range: (_, low, high) => [Math.min(0, low ?? 0), Math.max(4, Math.ceil((high ?? 0) * 1.1))] } },
      axes: [
        { ...axis, space: 90, values: (_, all) => all.map((each) => new Intl.DateTimeFormat(chosen().locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(each * 1000)) },
        { ...axis, size: 52, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000, 100000, 1000000], values: (_, all) => all.map(number) },
      ],
      series: [
        {},
        ...series.map((name, at) => ({
          label: t(name),
          stroke: colour(COLOURS[at]),
          dash: DASHES[at],
          width: 2,
          spanGaps: true,
          points: { show: false },
          paths: uPlot.paths.stepped({ align: 1 }),
        })),
      ],
    },
    [[], ...series.map(() => [])],
    box,
  );
  const sizes = new ResizeObserver(() => {
    if (box.clientWidth > 0) {
      made.setSize({ width: box.clientWidth, height: HEIGHT });
    }
  });
  sizes.observe(box);
  return {
    node,
    show(times, all) {
      made.setData([times.map((each) => each / 1000), ...all]);
      all.forEach((line, at) => {
        const last = line.at(-1);
        values[at].textContent = last === null || last === undefined ? t('unknown') : number(last);
      });
      node.setAttribute('aria-label', times.length > 0 ? t('plot.span', clock(times[0]), clock(times.at(-1))) : '');
    },
    end() {
      sizes.disconnect();
      made.destroy();
    },
  };
}
