// Made by tools/compile_charts.mjs from the template of the same name: don't edit.
export default {
 "$schema": "https://vega.github.io/schema/vega/v6.json",
 "description": "Old persons per 100 of working age: a line for each area, bands for one of them",
 "autosize": "none",
 "background": "#ffffff",
 "padding": 5,
 "width": 450,
 "height": 300,
 "style": "cell",
 "data": [
  {
   "name": "past",
   "values": []
  },
  {
   "name": "bands",
   "format": {},
   "values": []
  },
  {
   "name": "areas",
   "values": []
  },
  {
   "name": "main",
   "values": []
  },
  {
   "name": "leaders",
   "values": []
  },
  {
   "name": "swatches",
   "values": []
  },
  {
   "name": "words",
   "values": []
  },
  {
   "name": "data_0",
   "source": "past",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"from\"]) && isFinite(+datum[\"from\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_1",
   "source": "bands",
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
   "source": "areas",
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
   "source": "main",
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
   "source": "swatches",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_6",
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
   "name": "past_marks",
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
      "value": 0.09
     },
     "fill": {
      "value": "#5f6c78"
     },
     "x": {
      "scale": "x",
      "field": "from"
     },
     "x2": {
      "scale": "x",
      "field": "to"
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
   "name": "band_95_marks",
   "type": "area",
   "style": [
    "area"
   ],
   "sort": {
    "field": "x"
   },
   "from": {
    "data": "data_1"
   },
   "encode": {
    "update": {
     "orient": {
      "value": "vertical"
     },
     "fill": {
      "value": "#d0e2f3"
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
    "data": "data_1"
   },
   "encode": {
    "update": {
     "orient": {
      "value": "vertical"
     },
     "fill": {
      "value": "#94bee3"
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
   "name": "areas_pathgroup",
   "type": "group",
   "from": {
    "facet": {
     "name": "faceted_path_areas_main",
     "data": "data_2",
     "groupby": [
      "colour",
      "area"
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
     "name": "areas_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "faceted_path_areas_main"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2
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
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    }
   ]
  },
  {
   "name": "main_marks",
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
      "value": 3
     },
     "stroke": {
      "value": "#0b4f8f"
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
   "name": "swatches_marks",
   "type": "rect",
   "style": [
    "rect"
   ],
   "from": {
    "data": "data_5"
   },
   "encode": {
    "update": {
     "fill": {
      "field": "fill"
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
    "data": "data_6"
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
