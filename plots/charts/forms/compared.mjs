// Made by tools/compile_charts.mjs from the template of the same name: don't edit.
export default {
 "$schema": "https://vega.github.io/schema/vega/v6.json",
 "description": "The gap of one cell under a base and its alternatives, a line each",
 "autosize": "none",
 "background": "#ffffff",
 "padding": 5,
 "width": 450,
 "height": 262,
 "style": "cell",
 "data": [
  {
   "name": "short",
   "values": []
  },
  {
   "name": "zero",
   "values": []
  },
  {
   "name": "alternatives",
   "values": []
  },
  {
   "name": "base",
   "values": []
  },
  {
   "name": "leaders",
   "values": []
  },
  {
   "name": "words",
   "values": []
  },
  {
   "name": "data_0",
   "source": "short",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_1",
   "source": "zero",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
    }
   ]
  },
  {
   "name": "data_2",
   "source": "alternatives",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_3",
   "source": "base",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_4",
   "source": "leaders",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_5",
   "source": "words",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"px\"]) && isFinite(+datum[\"px\"]) && isValid(datum[\"py\"]) && isFinite(+datum[\"py\"])"
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
   "name": "y_domain",
   "value": [
    0,
    1
   ]
  },
  {
   "name": "y_ticks",
   "value": []
  }
 ],
 "marks": [
  {
   "name": "short_marks",
   "type": "rect",
   "style": [
    "rect"
   ],
   "from": {
    "data": "data_0"
   },
   "encode": {
    "update": {
     "opacity": {
      "value": 0.1
     },
     "fill": {
      "value": "#a65a86"
     },
     "x": {
      "field": "x"
     },
     "x2": {
      "field": "x2"
     },
     "y": {
      "field": "top"
     },
     "y2": {
      "field": "bottom"
     }
    }
   }
  },
  {
   "name": "zero_marks",
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
      "value": 1.2
     },
     "stroke": {
      "value": "#98a4af"
     },
     "x": {
      "field": {
       "group": "width"
      }
     },
     "x2": {
      "value": 0
     },
     "y": {
      "scale": "y",
      "field": "value"
     }
    }
   }
  },
  {
   "name": "alternatives_pathgroup",
   "type": "group",
   "from": {
    "facet": {
     "name": "faceted_path_alternatives_main",
     "data": "data_2",
     "groupby": [
      "colour",
      "side"
     ]
    }
   },
   "encode": {
    "update": {
     "width": {
      "field": {
       "group": "width"
      }
     },
     "height": {
      "field": {
       "group": "height"
      }
     }
    }
   },
   "marks": [
    {
     "name": "alternatives_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "faceted_path_alternatives_main"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.4
       },
       "stroke": {
        "field": "colour"
       },
       "x": {
        "scale": "x",
        "field": "x"
       },
       "y": {
        "scale": "y",
        "field": "value"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
       }
      }
     }
    }
   ]
  },
  {
   "name": "base_marks",
   "type": "line",
   "style": [
    "line"
   ],
   "sort": {
    "field": "x"
   },
   "from": {
    "data": "data_3"
   },
   "encode": {
    "update": {
     "strokeWidth": {
      "value": 2.2
     },
     "strokeDash": {
      "value": [
       2,
       3
      ]
     },
     "stroke": {
      "value": "#22303c"
     },
     "x": {
      "scale": "x",
      "field": "x"
     },
     "y": {
      "scale": "y",
      "field": "value"
     },
     "defined": {
      "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
     }
    }
   }
  },
  {
   "name": "leaders_marks",
   "type": "rule",
   "style": [
    "rule"
   ],
   "from": {
    "data": "data_4"
   },
   "encode": {
    "update": {
     "strokeWidth": {
      "value": 1
     },
     "stroke": {
      "field": "colour"
     },
     "x": {
      "field": "x"
     },
     "x2": {
      "field": "x2"
     },
     "y": {
      "field": "y"
     },
     "y2": {
      "field": "y2"
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
    "data": "data_5"
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
   "name": "y",
   "type": "linear",
   "domain": {
    "signal": "y_domain"
   },
   "range": [
    {
     "signal": "height"
    },
    0
   ],
   "nice": false,
   "zero": false
  },
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
   "scale": "y",
   "orient": "left",
   "values": {
    "signal": "y_ticks"
   },
   "gridScale": "x",
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
   "format": "d",
   "labelFlush": false,
   "values": {
    "signal": "x_ticks"
   },
   "aria": false,
   "labelOverlap": true,
   "tickMinStep": 1,
   "zindex": 0
  },
  {
   "scale": "y",
   "orient": "left",
   "grid": false,
   "domain": false,
   "ticks": false,
   "values": {
    "signal": "y_ticks"
   },
   "aria": false,
   "labelOverlap": true,
   "encode": {
    "labels": {
     "update": {
      "text": {
       "signal": "(datum.value > 0 ? '+' : '') + format(datum.value, ',~f')"
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
