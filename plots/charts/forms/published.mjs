// Made by tools/compile_charts.mjs from the template of the same name: don't edit.
export default {
 "$schema": "https://vega.github.io/schema/vega/v6.json",
 "description": "Projections that others have published beside ours: our median with its interval and the published figure, a row each",
 "autosize": "none",
 "background": "#ffffff",
 "padding": 5,
 "width": 430,
 "height": 80,
 "style": "cell",
 "data": [
  {
   "name": "zero",
   "values": []
  },
  {
   "name": "intervals",
   "values": []
  },
  {
   "name": "ours",
   "values": []
  },
  {
   "name": "published",
   "values": []
  },
  {
   "name": "words",
   "values": []
  },
  {
   "name": "data_0",
   "source": "zero",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
    }
   ]
  },
  {
   "name": "data_1",
   "source": "intervals",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"])"
    }
   ]
  },
  {
   "name": "data_2",
   "source": "ours",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"])"
    }
   ]
  },
  {
   "name": "data_3",
   "source": "published",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"])"
    }
   ]
  },
  {
   "name": "data_4",
   "source": "words",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"px\"]) && isFinite(+datum[\"px\"])"
    }
   ]
  }
 ],
 "signals": [
  {
   "name": "x_domain",
   "value": [
    0,
    1
   ]
  },
  {
   "name": "x_ticks",
   "value": []
  },
  {
   "name": "percent",
   "value": "%"
  }
 ],
 "marks": [
  {
   "name": "zero_marks",
   "type": "rule",
   "style": [
    "rule"
   ],
   "from": {
    "data": "data_0"
   },
   "encode": {
    "update": {
     "strokeWidth": {
      "value": 1
     },
     "stroke": {
      "value": "#1b2733"
     },
     "x": {
      "scale": "x",
      "field": "value"
     },
     "y": {
      "value": 0
     },
     "y2": {
      "field": {
       "group": "height"
      }
     }
    }
   }
  },
  {
   "name": "intervals_marks",
   "type": "rule",
   "style": [
    "rule"
   ],
   "from": {
    "data": "data_1"
   },
   "encode": {
    "update": {
     "strokeWidth": {
      "value": 7
     },
     "stroke": {
      "value": "#94bee3"
     },
     "x": {
      "field": "x"
     },
     "x2": {
      "field": "x2"
     },
     "y": {
      "field": "y"
     }
    }
   }
  },
  {
   "name": "ours_marks",
   "type": "symbol",
   "style": [
    "point"
   ],
   "from": {
    "data": "data_2"
   },
   "encode": {
    "update": {
     "opacity": {
      "value": 1
     },
     "fill": {
      "value": "#0b4f8f"
     },
     "stroke": {
      "value": "#ffffff"
     },
     "strokeWidth": {
      "value": 1.2
     },
     "size": {
      "value": 80
     },
     "shape": {
      "value": "circle"
     },
     "x": {
      "field": "x"
     },
     "y": {
      "field": "y"
     }
    }
   }
  },
  {
   "name": "published_marks",
   "type": "symbol",
   "style": [
    "point"
   ],
   "from": {
    "data": "data_3"
   },
   "encode": {
    "update": {
     "opacity": {
      "value": 1
     },
     "fill": {
      "value": "#ffffff"
     },
     "stroke": {
      "value": "#22303c"
     },
     "strokeWidth": {
      "value": 2
     },
     "size": {
      "value": 110
     },
     "shape": {
      "value": "diamond"
     },
     "x": {
      "field": "x"
     },
     "y": {
      "field": "y"
     }
    }
   }
  },
  {
   "name": "words_marks",
   "type": "text",
   "style": [
    "text"
   ],
   "from": {
    "data": "data_4"
   },
   "encode": {
    "update": {
     "align": {
      "signal": "datum.align"
     },
     "baseline": {
      "value": "middle"
     },
     "fontSize": {
      "signal": "datum.size"
     },
     "fontWeight": {
      "signal": "datum.weight"
     },
     "fill": {
      "field": "colour"
     },
     "x": {
      "field": "px"
     },
     "y": {
      "field": "py"
     },
     "text": {
      "signal": "isValid(datum[\"text\"]) ? datum[\"text\"] : \"\"+datum[\"text\"]"
     }
    }
   }
  }
 ],
 "scales": [
  {
   "name": "x",
   "type": "linear",
   "domain": {
    "signal": "x_domain"
   },
   "range": [
    0,
    {
     "signal": "width"
    }
   ],
   "nice": false,
   "zero": false
  }
 ],
 "axes": [
  {
   "scale": "x",
   "orient": "bottom",
   "values": {
    "signal": "x_ticks"
   },
   "grid": true,
   "domain": false,
   "labels": false,
   "aria": false,
   "maxExtent": 0,
   "minExtent": 0,
   "ticks": false,
   "zindex": 0
  },
  {
   "scale": "x",
   "orient": "bottom",
   "grid": false,
   "domain": false,
   "ticks": false,
   "values": {
    "signal": "x_ticks"
   },
   "aria": false,
   "labelFlush": true,
   "labelOverlap": true,
   "encode": {
    "labels": {
     "update": {
      "text": {
       "signal": "(datum.value > 0 ? '+' : '') + format(datum.value, ',~f') + percent"
      }
     }
    }
   },
   "zindex": 0
  }
 ],
 "config": {
  "aria": false,
  "axis": {
   "labelFontSize": 12,
   "labelColor": "#3c4a57",
   "titleFontSize": 12,
   "titleFontWeight": 400,
   "titleColor": "#66737f",
   "gridColor": "#dfe4e9",
   "domainColor": "#98a4af",
   "tickColor": "#98a4af",
   "labelPadding": 5
  },
  "legend": {
   "labelFontSize": 12,
   "labelColor": "#3c4a57",
   "title": null
  },
  "style": {
   "guide-label": {
    "font": "Inter, \"Open Sans\", \"DejaVu Sans\", sans-serif"
   },
   "guide-title": {
    "font": "Inter, \"Open Sans\", \"DejaVu Sans\", sans-serif"
   },
   "group-title": {
    "font": "Inter, \"Open Sans\", \"DejaVu Sans\", sans-serif",
    "fontSize": 17,
    "fontWeight": 600,
    "lineHeight": 22,
    "fill": "#1b2733"
   },
   "group-subtitle": {
    "font": "Inter, \"Open Sans\", \"DejaVu Sans\", sans-serif"
   },
   "cell": {
    "stroke": null
   },
   "text": {
    "font": "Inter, \"Open Sans\", \"DejaVu Sans\", sans-serif",
    "fontSize": 12
   }
  },
  "title": {
   "subtitleColor": "#66737f",
   "subtitleFontSize": 12.5,
   "subtitleLineHeight": 18,
   "subtitlePadding": 6
  }
 }
};
