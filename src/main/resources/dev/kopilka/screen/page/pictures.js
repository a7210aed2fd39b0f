// Draws the pictures of a page with ECharts. Each figure names the script that holds its points:
// {kind, axes, values, points}, a point being the texts of its axes and then its numbers or null. Of
// cells, `beyond` names a column that the others are compared without, and `colours` one for each point.
(function () {
  'use strict';
  const root = document.documentElement;
  const exact = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 2 });
  const brief = new Intl.NumberFormat(root.lang, { notation: 'compact', maximumFractionDigits: 1 });
  const fine = new Intl.NumberFormat(root.lang, { maximumSignificantDigits: 3 });
  const signed = new Intl.NumberFormat(root.lang, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' });
  const say = value => (typeof value === 'number' ? exact.format(value) : '–');
  let look;

  // Colours are the page's own, so that light, dark and paper are decided in one place.
  function looks() {
    const style = getComputedStyle(root);
    const read = name => style.getPropertyValue('--' + name).trim();
    look = { family: getComputedStyle(document.body).fontFamily, ink: read('ink'), faint: read('faint'), line: read('line'), paper: read('paper'),
      cold: read('cold'), hot: read('hot'), series: read('series').split(/\s+/) };
  }

  function frame() {
    return {
      animation: false,
      color: look.series,
      textStyle: { color: look.ink, fontFamily: look.family },
      // Text and no markup: a name from outside cannot become any.
      tooltip: { renderMode: 'richText', confine: true, valueFormatter: say },
      grid: { left: 12, right: 16, top: 8, bottom: 4, containLabel: true }
    };
  }

  // The library measures an axis's names in the axis's own letters, not in the page's, unless they are named here.
  const label = more => Object.assign({ color: look.ink, fontFamily: look.family }, more);

  function category(data, more) {
    return Object.assign({ type: 'category', data: data, axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } }, axisLabel: label() }, more);
  }

  function scale(more) {
    return Object.assign({ type: 'value', splitLine: { lineStyle: { color: look.line } },
      axisLabel: label({ color: look.faint, formatter: value => (Math.abs(value) < 1 ? fine : brief).format(value), hideOverlap: true }) }, more);
  }

  function legend(option, names) {
    if (names.length < 2) return option;
    option.legend = { data: names, top: 0, left: 0, type: 'plain', textStyle: { color: look.ink }, itemWidth: 14 };
    option.grid.top = 36;
    return option;
  }

  const names = data => data.points.map(point => point[0]);
  const distinct = (data, axis) => [...new Set(data.points.map(point => point[axis]))];
  const series = (data, make) => data.values.map((name, i) =>
    Object.assign({ name: name, data: data.points.map(point => point[data.axes.length + i]) }, make(i)));
  const cut = width => label({ width: Math.min(180, width / 3), overflow: 'truncate' });

  const ruler = document.createElement('canvas').getContext('2d');
  function wide(text, size) {
    ruler.font = (size || 12) + 'px ' + look.family;
    return ruler.measureText(text).width;
  }

  // The library breaks a word of any letters but Latin ones anywhere; here a line ends with a word.
  function wrapped(text, width, size) {
    const lines = [];
    for (const word of text.split(' ')) {
      const longer = lines.length ? lines[lines.length - 1] + ' ' + word : word;
      if (lines.length && wide(longer, size) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  // Of more than forty labels the library measures each second or third; what the others need more is told here.
  function unmeasured(texts, most) {
    const widest = some => Math.min(most, Math.max(0, ...some.map(text => wide(text))));
    const step = Math.ceil(texts.length / 40);
    return widest(texts) - widest(texts.filter((text, i) => i % step === 0));
  }

  // A row of which no number is known is no bar; the table has it.
  const drawn = data => Object.assign({}, data, {
    points: data.points.filter(point => point.slice(data.axes.length).some(isNumber)) });

  const isNumber = value => typeof value === 'number';
  const whole = data => Object.assign({}, data, {
    points: data.points.filter(point => point.slice(data.axes.length).every(isNumber)) });

  // From where to where the shades go. Cells that are out of proportion would leave the others without any.
  function ends(data) {
    const known = some => some.map(point => point[data.axes.length]).filter(isNumber);
    const compared = known(data.points.filter(point => point[1] !== data.beyond));
    const numbers = compared.length ? compared : known(data.points);
    return [Math.min(...numbers), Math.max(...numbers)];
  }

  const shades = (least, most) => ({ show: false, min: least, max: most > least ? most : least + 1,
    inRange: { color: [look.cold, look.hot] } });

  const cellsOf = (data, make) => data.points
    .map((point, i) => Object.assign({ point: point }, make(point, i)))
    .filter(cell => isNumber(cell.point[data.axes.length]));

  // How a matrix is laid out, and the lines that stand in a cell: its name, its number, and the rest if there is room.
  function inside(data, width) {
    const columns = distinct(data, 1);
    const rows = distinct(data, 0);
    const at = data.axes.length;
    const widest = texts => Math.max(...texts.map(text => wide(text)));
    const words = texts => texts.flatMap(text => text.split(' '));
    const side = Math.max(widest(words(rows)), Math.min(width / 6, widest(rows)));
    const room = (width - side - 60) / columns.length;
    const size = widest(words(data.points.map(point => point[2] || ''))) < room - 4 ? 12 : 10;
    const fit = texts => texts.flatMap(text => text ? wrapped(text, room - 8, size) : []);
    const isRoomy = room > 100 && data.points.every(point => fit(point.slice(2, at)).length <= 5);
    const lines = point =>
      [...fit([point[2]]), say(point[at]), ...(isRoomy ? fit(point.slice(3, at)) : [])];
    return { columns, rows, at, side, room, size, lines };
  }

  const kinds = {
    bars(data, width) {
      const option = frame();
      option.grid.left += unmeasured(names(data), cut(width).width);
      option.tooltip.trigger = 'axis';
      option.tooltip.axisPointer = { type: 'shadow' };
      option.yAxis = category(names(data), { inverse: true, axisLabel: cut(width) });
      option.xAxis = scale();
      option.grid.right = 56;
      option.series = series(data, () => ({ type: 'bar', barMaxWidth: 20,
        label: { show: data.points.length <= 40, position: 'right', color: look.ink, formatter: p => say(p.value) } }));
      return legend(option, data.values);
    },
    columns(data) {
      const option = frame();
      option.tooltip.trigger = 'axis';
      option.tooltip.axisPointer = { type: 'shadow' };
      option.xAxis = category(names(data), { axisLabel: label({ hideOverlap: true }) });
      option.yAxis = scale();
      option.series = series(data, () => ({ type: 'bar', barMaxWidth: 40 }));
      return legend(option, data.values);
    },
    line(data) {
      const option = frame();
      option.tooltip.trigger = 'axis';
      option.xAxis = category(names(data), { boundaryGap: false, axisLabel: label({ hideOverlap: true }) });
      option.yAxis = scale({ splitNumber: 3 });
      // The first and the last point are at the edges, and half of their days are beyond.
      option.grid.left = 20;
      option.grid.right = 36;
      option.series = [{ type: 'line', name: data.values[0], symbolSize: 5, showSymbol: data.points.length <= 40,
        areaStyle: { opacity: 0.12 }, lineStyle: { width: 2 }, data: data.points.map(point => point[1]) }];
      return option;
    },
    ranges(data, width) {
      const option = frame();
      const whisker = (params, api) => {
        const from = api.coord([api.value(0), api.value(2)]);
        const to = api.coord([api.value(1), api.value(2)]);
        const stroke = { stroke: look.series[0], lineWidth: 2 };
        const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: stroke });
        return { type: 'group', children: [line(from[0], from[1], to[0], to[1]),
          line(from[0], from[1] - 6, from[0], from[1] + 6), line(to[0], to[1] - 6, to[0], to[1] + 6)] };
      };
      const known = data.points.map((point, i) => [point, i]).filter(pair => pair[0].slice(1).every(isNumber));
      option.tooltip.formatter = params => {
        const point = data.points[params.data[params.data.length - 1]];
        return point[0] + '\n' + data.values.map((name, i) => name + ': ' + say(point[i + 1])).join('\n');
      };
      option.yAxis = category(names(data), { inverse: true, axisLabel: cut(width) });
      option.xAxis = scale({ scale: true });
      option.grid.right = 40;
      option.series = [
        { type: 'custom', renderItem: whisker, clip: true, encode: { x: [0, 1], y: 2 },
          data: known.map(([point, i]) => [point[2], point[3], i]) },
        { type: 'scatter', symbolSize: 11, data: known.map(([point, i]) => [point[1], i]),
          label: { show: true, position: 'top', distance: 3, color: look.ink, formatter: p => say(p.value[0]) } }];
      return option;
    },
    effects(data, width) {
      const option = kinds.ranges(data, width);
      option.xAxis = scale();
      const dots = option.series[1];
      // Above the line at zero, which would strike out the number of a small effect.
      dots.z = 6;
      Object.assign(dots.label, { formatter: p => signed.format(p.value[0]), textBorderColor: look.paper, textBorderWidth: 4 });
      dots.markLine = { silent: true, symbol: 'none', label: { show: false }, data: [{ xAxis: 0 }],
        lineStyle: { color: look.ink, type: 'solid', width: 1 } };
      option.tooltip.formatter = params => {
        if (!Array.isArray(params.data)) return '';
        const point = data.points[params.data[params.data.length - 1]];
        return point[0] + '\n' + data.values.map((name, i) => name + ': ' + signed.format(point[i + 1])).join('\n');
      };
      return option;
    },
    heat(data, width) {
      const option = frame();
      const columns = distinct(data, 1);
      const rows = distinct(data, 0);
      const [least, most] = ends(data);
      const room = (width - 120) / columns.length;
      option.tooltip.formatter = params => {
        const point = params.data.point;
        return point.slice(0, 2).join(' · ') + '\n' + data.values[0] + ': ' + say(point[2]);
      };
      option.xAxis = category(columns, { position: 'top', splitArea: { show: false } });
      option.yAxis = category(rows, { inverse: true, axisLabel: cut(width) });
      option.visualMap = shades(least, most);
      option.series = [{ type: 'heatmap', itemStyle: { borderColor: look.paper, borderWidth: 2 },
        label: { show: room > 34, overflow: 'truncate', width: room - 4, fontSize: room > 60 ? 12 : 10,
          formatter: p => say(p.data.point[2]) },
        data: cellsOf(data, point => ({
          value: [columns.indexOf(point[1]), rows.indexOf(point[0]), Math.min(most, Math.max(least, point[2]))],
          // The upper half of the scale is dark in a light page and light in a dark one.
          label: { color: point[2] > (least + most) / 2 ? look.paper : look.ink } })) }];
      return option;
    },
    matrix(data, width) {
      const option = frame();
      const { columns, rows, room, side, at, size, lines } = inside(data, width);
      const [least, most] = ends(data);
      const titled = more => Object.assign({ fontSize: 12, fontWeight: 'bold', fontFamily: look.family }, more);
      option.title = { text: data.axes[1], left: 'center', top: 4, padding: 0, textStyle: titled({ color: look.ink }) };
      option.graphic = [{ type: 'text', left: 6, top: 'middle', rotation: Math.PI / 2, silent: true,
        style: { text: data.axes[0], font: 'bold 12px ' + look.family, fill: look.ink } }];
      option.grid.top = 28;
      option.grid.left = 28;
      option.tooltip.formatter = params => {
        const point = params.data.point;
        return [point.slice(0, 2).join(' · '), ...point.slice(2, at).filter(text => text),
          data.values[0] + ': ' + say(point[at])].join('\n');
      };
      const broken = most => label({ interval: 0, lineHeight: 14, formatter: text => wrapped(text, most).join('\n') });
      option.xAxis = category(columns, { position: 'top', splitArea: { show: false }, axisLabel: broken(room - 4) });
      option.yAxis = category(rows, { inverse: true, axisLabel: broken(side) });
      if (!data.colours) option.visualMap = shades(least, most);
      option.series = [{ type: 'heatmap', itemStyle: { borderColor: look.paper, borderWidth: 2 },
        label: { show: true, overflow: 'truncate', width: room - 4, lineHeight: 16, fontSize: size,
          formatter: p => lines(p.data.point).join('\n') },
        data: cellsOf(data, (point, i) => ({
          value: [columns.indexOf(point[1]), rows.indexOf(point[0]), point[at]],
          itemStyle: data.colours ? { color: data.colours[i] } : {},
          // Colours of its own are light ones on any page.
          label: { color: data.colours ? '#000' : point[at] > (least + most) / 2 ? look.paper : look.ink } })) }];
      return option;
    },
    flow(data) {
      const option = frame();
      const seen = new Map();
      const all = [...new Set(data.points.flatMap(point => point.slice(0, 2)))];
      const node = (side, name) => {
        // One name, one colour, on both sides.
        const colour = look.series[all.indexOf(name) % look.series.length];
        seen.set(side + name, { name: side + name, itemStyle: { color: colour } });
        return side + name;
      };
      const links = data.points.filter(point => point[2] > 0)
        .map(point => ({ source: node('<', point[0]), target: node('>', point[1]), value: point[2] }));
      const clean = name => name.replace(/^[<>]/, '');
      option.tooltip.formatter = params => (params.dataType === 'edge'
        ? clean(params.data.source) + ' → ' + clean(params.data.target) : clean(params.name)) + ': ' + say(params.value);
      option.series = [{ type: 'sankey', left: 4, right: 110, top: 8, bottom: 8, nodeWidth: 14, nodeGap: 12,
        layoutIterations: 0, draggable: false, data: [...seen.values()], links: links,
        lineStyle: { color: 'source', opacity: 0.35 },
        label: { color: look.ink, formatter: p => clean(p.name) } }];
      return option;
    }
  };
  const tall = {
    bars: data => 48 + data.points.length * (14 + 20 * data.values.length),
    columns: () => 320,
    line: () => 170,
    ranges: data => 48 + data.points.length * 44,
    effects: data => 48 + data.points.length * 44,
    heat: data => 48 + distinct(data, 0).length * 32,
    matrix: (data, width) => {
      const { columns, rows, room, lines } = inside(data, width);
      const heading = Math.max(...columns.map(column => wrapped(column, room - 4).length));
      return 44 + 14 * heading + rows.length * (20 + 16 * Math.max(...data.points.map(point => lines(point).length)));
    },
    flow: data => 60 + 44 * Math.max(distinct(data, 0).length, distinct(data, 1).length)
  };

  // A row of cells for each row of the table is a cell for each pair of the two.
  function cells(data) {
    return { kind: 'heat', axes: [data.axes[0], ''], values: [''], beyond: data.beyond,
      points: data.points.flatMap(point => data.values.map((name, i) => [point[0], name, point[i + 1]])) };
  }

  // What has no name is called so: from no stage, of no segment. A cell's label may be missing.
  function named(data) {
    const places = Math.min(2, data.axes.length);
    data.points.forEach(point => {
      for (let i = 0; i < places; i++) if (point[i] === null) point[i] = data.none;
    });
    return data;
  }

  function plot(figure, kind, all, title) {
    const data = kind === 'bars' ? drawn(all) : kind === 'effects' ? whole(all) : all;
    if (!data.points.length) return;
    const place = figure.appendChild(document.createElement('div'));
    place.className = 'plot';
    if (title) place.appendChild(document.createElement('h3')).textContent = title;
    const canvas = place.appendChild(document.createElement('div'));
    // On A4 a drawing as wide as the screen would be shrunk until nobody can read it.
    const paper = figure.closest('.wide') ? 1000 : 680;
    const most = root.classList.contains('printing') ? paper : Infinity;
    const width = Math.max(200, Math.min(most, place.clientWidth));
    const height = tall[kind](data, width);
    canvas.style.height = height + 'px';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', title || data.values.join(', '));
    const chart = echarts.init(canvas, null, { renderer: 'svg', width: width, height: height });
    chart.setOption(kinds[kind](data, width));
    shrinkable(canvas, width, height);
    charts.push(chart);
  }

  // A drawing that fits any sheet of paper: it is scaled as a whole where its place is narrower.
  function shrinkable(canvas, width, height) {
    const svg = canvas.querySelector('svg');
    svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
    for (let inner = svg; inner !== canvas; inner = inner.parentNode) {
      // Out of the flow it would leave its place without a height.
      inner.style.position = 'static';
      inner.style.display = 'block';
      inner.style.width = '100%';
      inner.style.height = 'auto';
    }
    canvas.style.height = 'auto';
  }

  let charts = [];

  function draw() {
    looks();
    charts.forEach(chart => chart.dispose());
    charts = [];
    document.querySelectorAll('figure[data-points]').forEach(figure => {
      const script = document.getElementById(figure.dataset.points);
      figure.textContent = '';
      if (!script) return;
      const data = named(JSON.parse(script.textContent));
      if (data.kind === 'lines') {
        data.values.forEach((name, i) => plot(figure, 'line',
          { axes: data.axes, values: [name], points: data.points.map(point => [point[0], point[i + 1]]) }, name));
      } else {
        const shown = data.kind === 'grid' ? cells(data) : data;
        plot(figure, shown.kind, shown, '');
      }
    });
  }

  let width = root.clientWidth;
  let later;
  window.addEventListener('resize', () => {
    // A phone's address bar comes and goes; only another width is another page.
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    clearTimeout(later);
    later = setTimeout(draw, 150);
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  window.addEventListener('beforeprint', () => { root.classList.add('printing'); draw(); });
  window.addEventListener('afterprint', () => { root.classList.remove('printing'); draw(); });
  draw();
})();
