// Made by tools/compile_charts.mjs from the template of the same name: don't edit.
export default {
 "$schema": "https://vega.github.io/schema/vega/v6.json",
 "description": "Projected need with 80 and 95 % band against staffed capacity, shortage shaded",
 "autosize": "none",
 "background": "#ffffff",
 "padding": 5,
 "width": 450,
 "height": 262,
 "style": "cell",
 "data": [
  {
   "name": "band",
   "format": {},
   "values": []
  },
  {
   "name": "shortage",
   "values": []
  },
  {
   "name": "before_need",
   "values": []
  },
  {
   "name": "before_capacity",
   "values": []
  },
  {
   "name": "need",
   "values": []
  },
  {
   "name": "capacity",
   "values": []
  },
  {
   "name": "counted",
   "values": []
  },
  {
   "name": "crossing",
   "values": []
  },
  {
   "name": "openings",
   "values": []
  },
  {
   "name": "deeds",
   "values": []
  },
  {
   "name": "words",
   "values": []
  },
  {
   "name": "data_0",
   "source": "band",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_1",
   "source": "shortage",
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
   "source": "before_need",
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
   "source": "need",
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
   "source": "counted",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
    }
   ]
  },
  {
   "name": "data_5",
   "source": "crossing",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"need\"]) && isFinite(+datum[\"need\"])"
    }
   ]
  },
  {
   "name": "data_6",
   "source": "openings",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_7",
   "source": "deeds",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_8",
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
  },
  {
   "name": "band95",
   "value": "#d0e2f3"
  },
  {
   "name": "band80",
   "value": "#94bee3"
  },
  {
   "name": "need_colour",
   "value": "#0b4f8f"
  },
  {
   "name": "need_dash",
   "value": [
    1,
    0
   ]
  }
 ],
 "marks": [
  {
   "name": "band_95_marks",
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
      "signal": "band95"
     },
     "x": {
      "scale": "x",
      "field": "x"
     },
     "y": {
      "scale": "y",
      "field": "q025"
     },
     "y2": {
      "scale": "y",
      "field": "q975"
     },
     "defined": {
      "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q025\"]) && isFinite(+datum[\"q025\"])"
     }
    }
   }
  },
  {
   "name": "band_80_marks",
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
      "signal": "band80"
     },
     "x": {
      "scale": "x",
      "field": "x"
     },
     "y": {
      "scale": "y",
      "field": "q10"
     },
     "y2": {
      "scale": "y",
      "field": "q90"
     },
     "defined": {
      "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q10\"]) && isFinite(+datum[\"q10\"])"
     }
    }
   }
  },
  {
   "name": "shortage_pathgroup",
   "type": "group",
   "from": {
    "facet": {
     "name": "faceted_path_shortage_main",
     "data": "data_1",
     "groupby": [
      "piece"
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
     "name": "shortage_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "faceted_path_shortage_main"
     },
     "encode": {
      "update": {
       "opacity": {
        "value": 0.85
       },
       "orient": {
        "value": "vertical"
       },
       "fill": {
        "value": "#a65a86"
       },
       "x": {
        "scale": "x",
        "field": "x"
       },
       "y": {
        "scale": "y",
        "field": "capacity"
       },
       "y2": {
        "scale": "y",
        "field": "need"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"capacity\"]) && isFinite(+datum[\"capacity\"])"
       }
      }
     }
    }
   ]
  },
  {
   "name": "before_need_marks",
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
      "signal": "need_colour"
     },
     "x": {
      "scale": "x",
      "field": "x"
     },
     "y": {
      "scale": "y",
      "field": "q50"
     },
     "defined": {
      "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
     }
    }
   }
  },
  {
   "name": "before_capacity_marks",
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
    "data": "before_capacity"
   },
   "encode": {
    "update": {
     "strokeCap": {
      "value": "butt"
     },
     "strokeWidth": {
      "value": 2
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
      "scale": "y",
      "field": "capacity"
     },
     "defined": {
      "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"capacity\"]) && isFinite(+datum[\"capacity\"])"
     }
    }
   }
  },
  {
   "name": "need_marks",
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
      "value": 2.4
     },
     "strokeDash": {
      "signal": "need_dash"
     },
     "stroke": {
      "signal": "need_colour"
     },
     "x": {
      "scale": "x",
      "field": "x"
     },
     "y": {
      "scale": "y",
      "field": "q50"
     },
     "defined": {
      "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
     }
    }
   }
  },
  {
   "name": "capacity_marks",
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
    "data": "capacity"
   },
   "encode": {
    "update": {
     "strokeCap": {
      "value": "butt"
     },
     "strokeWidth": {
      "value": 2.8
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
      "scale": "y",
      "field": "capacity"
     },
     "defined": {
      "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"capacity\"]) && isFinite(+datum[\"capacity\"])"
     }
    }
   }
  },
  {
   "name": "counted_marks",
   "type": "symbol",
   "style": [
    "point"
   ],
   "from": {
    "data": "data_4"
   },
   "encode": {
    "update": {
     "opacity": {
      "value": 1
     },
     "fill": {
      "value": "#22303c"
     },
     "stroke": {
      "value": "#ffffff"
     },
     "strokeWidth": {
      "value": 1.2
     },
     "size": {
      "value": 34
     },
     "shape": {
      "value": "circle"
     },
     "x": {
      "scale": "x",
      "field": "x"
     },
     "y": {
      "scale": "y",
      "field": "q50"
     }
    }
   }
  },
  {
   "name": "crossing_marks",
   "type": "symbol",
   "style": [
    "point"
   ],
   "from": {
    "data": "data_5"
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
      "value": "#7d2a5d"
     },
     "strokeWidth": {
      "value": 2.4
     },
     "size": {
      "value": 70
     },
     "shape": {
      "value": "circle"
     },
     "x": {
      "scale": "x",
      "field": "x"
     },
     "y": {
      "scale": "y",
      "field": "need"
     }
    }
   }
  },
  {
   "name": "openings_marks",
   "type": "rule",
   "style": [
    "rule"
   ],
   "from": {
    "data": "data_6"
   },
   "encode": {
    "update": {
     "strokeDash": {
      "value": [
       2,
       3
      ]
     },
     "stroke": {
      "value": "#8a96a1"
     },
     "x": {
      "scale": "x",
      "field": "x"
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
   "name": "deeds_marks",
   "type": "rule",
   "style": [
    "rule"
   ],
   "from": {
    "data": "data_7"
   },
   "encode": {
    "update": {
     "strokeDash": {
      "value": [
       6,
       3
      ]
     },
     "stroke": {
      "value": "#2f6ea8"
     },
     "x": {
      "scale": "x",
      "field": "x"
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
   "name": "words_marks",
   "type": "text",
   "style": [
    "text"
   ],
   "from": {
    "data": "data_8"
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
  },
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
