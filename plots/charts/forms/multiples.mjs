// Made by tools/compile_charts.mjs from the template of the same name: don't edit.
export default {
 "$schema": "https://vega.github.io/schema/vega/v6.json",
 "description": "Small multiples by trust: a line with its 80 % band against a step line",
 "autosize": "none",
 "background": "#ffffff",
 "padding": 5,
 "title": {
  "anchor": "start",
  "frame": "group",
  "text": {
   "signal": "title"
  },
  "subtitle": {
   "signal": "subtitle"
  },
  "dx": -38,
  "offset": 24
 },
 "data": [
  {
   "name": "rows",
   "values": []
  },
  {
   "name": "data_0",
   "source": "rows",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_2",
   "source": "data_0",
   "transform": [
    {
     "type": "filter",
     "expr": "datum.kind === 'line'"
    }
   ]
  },
  {
   "name": "data_3",
   "source": "data_0",
   "transform": [
    {
     "type": "filter",
     "expr": "datum.kind === 'zero'"
    },
    {
     "type": "filter",
     "expr": "isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
    }
   ]
  },
  {
   "name": "data_4",
   "source": "data_0",
   "transform": [
    {
     "type": "filter",
     "expr": "datum.kind === 'before_line'"
    }
   ]
  },
  {
   "name": "data_5",
   "source": "data_0",
   "transform": [
    {
     "type": "filter",
     "expr": "datum.kind === 'before_step'"
    }
   ]
  },
  {
   "name": "data_6",
   "source": "data_0",
   "transform": [
    {
     "type": "filter",
     "expr": "datum.kind === 'step'"
    }
   ]
  }
 ],
 "signals": [
  {
   "name": "child_width",
   "value": 230
  },
  {
   "name": "child_height",
   "value": 130
  },
  {
   "name": "columns",
   "value": 3
  },
  {
   "name": "title",
   "value": []
  },
  {
   "name": "subtitle",
   "value": []
  },
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
   "name": "plus",
   "value": ""
  }
 ],
 "layout": {
  "padding": {
   "row": 70,
   "column": 56
  },
  "bounds": "flush",
  "align": "none",
  "columns": {
   "signal": "columns"
  }
 },
 "marks": [
  {
   "name": "cell",
   "type": "group",
   "title": {
    "text": {
     "signal": "isValid(parent[\"panel\"]) ? parent[\"panel\"] : \"\"+parent[\"panel\"]"
    },
    "style": "guide-label",
    "frame": "group",
    "align": "left",
    "anchor": "start",
    "color": "#1b2733",
    "fontSize": 13,
    "fontWeight": 600,
    "orient": "top",
    "offset": 10
   },
   "style": "cell",
   "from": {
    "facet": {
     "name": "facet",
     "data": "data_0",
     "groupby": [
      "panel"
     ],
     "aggregate": {
      "fields": [
       "order"
      ],
      "ops": [
       "min"
      ],
      "as": [
       "min_order_by_panel"
      ]
     }
    }
   },
   "sort": {
    "field": [
     "datum[\"min_order_by_panel\"]"
    ],
    "order": [
     "ascending"
    ]
   },
   "data": [
    {
     "source": "facet",
     "name": "data_0",
     "transform": [
      {
       "type": "filter",
       "expr": "datum.kind === 'line'"
      }
     ]
    },
    {
     "source": "facet",
     "name": "data_1",
     "transform": [
      {
       "type": "filter",
       "expr": "datum.kind === 'zero'"
      },
      {
       "type": "filter",
       "expr": "isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
      }
     ]
    },
    {
     "source": "facet",
     "name": "data_2",
     "transform": [
      {
       "type": "filter",
       "expr": "datum.kind === 'before_line'"
      }
     ]
    },
    {
     "source": "facet",
     "name": "data_3",
     "transform": [
      {
       "type": "filter",
       "expr": "datum.kind === 'before_step'"
      }
     ]
    },
    {
     "source": "facet",
     "name": "data_4",
     "transform": [
      {
       "type": "filter",
       "expr": "datum.kind === 'step'"
      }
     ]
    }
   ],
   "encode": {
    "update": {
     "width": {
      "signal": "child_width"
     },
     "height": {
      "signal": "child_height"
     }
    }
   },
   "marks": [
    {
     "name": "band_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_0"
     },
     "encode": {
      "update": {
       "orient": {
        "value": "vertical"
       },
       "fill": {
        "value": "#c0d7ee"
       },
       "x": {
        "scale": "x",
        "field": "x"
       },
       "y": {
        "scale": "child_y",
        "field": "low"
       },
       "y2": {
        "scale": "child_y",
        "field": "high"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"low\"]) && isFinite(+datum[\"low\"])"
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
        "value": 1
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
        "scale": "child_y",
        "field": "value"
       }
      }
     }
    },
    {
     "name": "before_line_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_2"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 1.8
       },
       "strokeDash": {
        "value": [
         2,
         3
        ]
       },
       "stroke": {
        "value": "#0b4f8f"
       },
       "x": {
        "scale": "x",
        "field": "x"
       },
       "y": {
        "scale": "child_y",
        "field": "value"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
       }
      }
     }
    },
    {
     "name": "before_step_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": [
       "datum[\"i\"]"
      ],
      "order": [
       "ascending"
      ]
     },
     "from": {
      "data": "data_3"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 1.8
       },
       "strokeDash": {
        "value": [
         2,
         3
        ]
       },
       "strokeJoin": {
        "value": "miter"
       },
       "stroke": {
        "value": "#22303c"
       },
       "x": {
        "scale": "x",
        "field": "x"
       },
       "y": {
        "scale": "child_y",
        "field": "value"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
       }
      }
     }
    },
    {
     "name": "line_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_0"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.2
       },
       "stroke": {
        "value": "#0b4f8f"
       },
       "x": {
        "scale": "x",
        "field": "x"
       },
       "y": {
        "scale": "child_y",
        "field": "value"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
       }
      }
     }
    },
    {
     "name": "step_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": [
       "datum[\"i\"]"
      ],
      "order": [
       "ascending"
      ]
     },
     "from": {
      "data": "data_4"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.2
       },
       "strokeJoin": {
        "value": "miter"
       },
       "stroke": {
        "value": "#22303c"
       },
       "x": {
        "scale": "x",
        "field": "x"
       },
       "y": {
        "scale": "child_y",
        "field": "value"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"value\"]) && isFinite(+datum[\"value\"])"
       }
      }
     }
    }
   ],
   "scales": [
    {
     "name": "child_y",
     "type": "linear",
     "domain": {
      "fields": [
       {
        "data": "data_0",
        "field": "low"
       },
       {
        "data": "data_0",
        "field": "high"
       },
       {
        "data": "data_1",
        "field": "value"
       },
       {
        "data": "data_2",
        "field": "value"
       },
       {
        "data": "data_3",
        "field": "value"
       },
       {
        "data": "data_0",
        "field": "value"
       },
       {
        "data": "data_4",
        "field": "value"
       }
      ]
     },
     "range": [
      {
       "signal": "child_height"
      },
      0
     ],
     "nice": 4,
     "zero": true
    }
   ],
   "axes": [
    {
     "scale": "child_y",
     "orient": "left",
     "tickCount": 4,
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
     "scale": "child_y",
     "orient": "left",
     "grid": false,
     "domain": false,
     "tickCount": 4,
     "ticks": false,
     "aria": false,
     "labelOverlap": true,
     "encode": {
      "labels": {
       "update": {
        "text": {
         "signal": "(datum.value > 0 ? plus : '') + format(datum.value, ',~f')"
        }
       }
      }
     },
     "zindex": 0
    }
   ]
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
     "signal": "child_width"
    }
   ],
   "nice": false,
   "zero": false
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
