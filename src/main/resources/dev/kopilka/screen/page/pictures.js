// Draws the pictures of a page with ECharts. Each figure names the script that holds its points:
// {kind, axes, values, points}, a point being the texts of its axes and then its numbers or null.
(function () {
  'use strict';
  const root = document.documentElement;
  const exact = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 2 });
  const brief = new Intl.NumberFormat(root.lang, { notation: 'compact', maximumFractionDigits: 1 });
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
      axisLabel: label({ color: look.faint, formatter: value => brief.format(value), hideOverlap: true }) }, more);
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

  // Of more than forty labels the library measures each second or third; what the others need more is told here.
  function unmeasured(texts, most) {
    const ruler = document.createElement('canvas').getContext('2d');
    ruler.font = '12px ' + look.family;
    const widest = some => Math.min(most, Math.max(0, ...some.map(text => ruler.measureText(text).width)));
    const step = Math.ceil(texts.length / 40);
    return widest(texts) - widest(texts.filter((text, i) => i % step === 0));
  }

  // A row of which no number is known is no bar; the table has it.
  const drawn = data => Object.assign({}, data, {
    points: data.points.filter(point => point.slice(data.axes.length).some(value => typeof value === 'number')) });

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
      const whole = data.points.map((point, i) => [point, i])
        .filter(pair => pair[0].slice(1).every(value => typeof value === 'number'));
      option.tooltip.formatter = params => {
        const point = data.points[params.data[params.data.length - 1]];
        return point[0] + '\n' + data.values.map((name, i) => name + ': ' + say(point[i + 1])).join('\n');
      };
      option.yAxis = category(names(data), { inverse: true, axisLabel: cut(width) });
      option.xAxis = scale({ scale: true });
      option.grid.right = 40;
      option.series = [
        { type: 'custom', renderItem: whisker, clip: true, encode: { x: [0, 1], y: 2 },
          data: whole.map(([point, i]) => [point[2], point[3], i]) },
        { type: 'scatter', symbolSize: 11, data: whole.map(([point, i]) => [point[1], i]),
          label: { show: true, position: 'top', distance: 3, color: look.ink, formatter: p => say(p.value[0]) } }];
      return option;
    },
    heat(data, width) {
      const option = frame();
      const columns = distinct(data, 1);
      const rows = distinct(data, 0);
      const at = data.axes.length;
      const known = data.points.map(point => point[at]).filter(value => typeof value === 'number');
      const least = Math.min(...known);
      const most = Math.max(...known);
      const room = (width - 120) / columns.length;
      option.tooltip.formatter = params => {
        const point = params.data.point;
        return point.slice(0, at).join(' · ') + '\n' + data.values[0] + ': ' + say(point[at]);
      };
      option.xAxis = category(columns, { position: 'top', splitArea: { show: false } });
      option.yAxis = category(rows, { inverse: true, axisLabel: cut(width) });
      option.visualMap = { show: false, min: least, max: most > least ? most : least + 1,
        inRange: { color: [look.cold, look.hot] } };
      option.series = [{ type: 'heatmap', itemStyle: { borderColor: look.paper, borderWidth: 2 },
        label: { show: room > 34 || at > 2, overflow: 'truncate', width: room - 4, lineHeight: 16, fontSize: room > 60 ? 12 : 10,
          formatter: p => (at > 2 && p.data.point[2] ? p.data.point[2] + '\n' : '') + say(p.data.point[at]) },
        data: data.points.filter(point => typeof point[at] === 'number').map(point => ({
          point: point,
          value: [columns.indexOf(point[1]), rows.indexOf(point[0]), point[at]],
          // The upper half of the scale is dark in a light page and light in a dark one.
          label: { color: point[at] > (least + most) / 2 ? look.paper : look.ink } })) }];
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
  kinds.matrix = kinds.heat;

  const tall = {
    bars: data => 48 + data.points.length * (14 + 20 * data.values.length),
    columns: () => 320,
    line: () => 170,
    ranges: data => 48 + data.points.length * 44,
    heat: data => 48 + distinct(data, 0).length * 32,
    matrix: data => 48 + distinct(data, 0).length * 64,
    flow: data => 60 + 44 * Math.max(distinct(data, 0).length, distinct(data, 1).length)
  };

  // A row of cells for each row of the table is a cell for each pair of the two.
  function cells(data) {
    return { kind: 'heat', axes: [data.axes[0], ''], values: [''],
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
    const data = kind === 'bars' ? drawn(all) : all;
    const place = figure.appendChild(document.createElement('div'));
    place.className = 'plot';
    if (title) place.appendChild(document.createElement('h3')).textContent = title;
    const canvas = place.appendChild(document.createElement('div'));
    // On A4 a drawing as wide as the screen would be shrunk until nobody can read it.
    const paper = figure.closest('.wide') ? 1000 : 680;
    const most = root.classList.contains('printing') ? paper : Infinity;
    const width = Math.max(200, Math.min(most, place.clientWidth));
    canvas.style.height = tall[kind](data) + 'px';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', title || data.values.join(', '));
    const chart = echarts.init(canvas, null, { renderer: 'svg', width: width, height: tall[kind](data) });
    chart.setOption(kinds[kind](data, width));
    shrinkable(canvas, width, tall[kind](data));
    return chart;
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
        data.values.forEach((name, i) => charts.push(plot(figure, 'line',
          { axes: data.axes, values: [name], points: data.points.map(point => [point[0], point[i + 1]]) }, name)));
      } else {
        const shown = data.kind === 'grid' ? cells(data) : data;
        charts.push(plot(figure, shown.kind, shown, ''));
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
