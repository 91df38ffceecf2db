// Made by tools/compile_charts.mjs from the template of the same name: don't edit.
export default {
 "$schema": "https://vega.github.io/schema/vega/v6.json",
 "description": "Population by sex and age: a later year filled, the first year as an outline",
 "autosize": "none",
 "background": "#ffffff",
 "padding": 5,
 "width": 350,
 "height": 320,
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
  "offset": 32
 },
 "style": "cell",
 "data": [
  {
   "name": "later",
   "values": []
  },
  {
   "name": "now",
   "values": []
  },
  {
   "name": "middle",
   "values": []
  },
  {
   "name": "labels",
   "values": []
  },
  {
   "name": "data_0",
   "source": "later",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"age\"])",
     "as": "age"
    }
   ]
  },
  {
   "name": "data_1",
   "source": "middle",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"persons\"]) && isFinite(+datum[\"persons\"]) && isValid(datum[\"from\"]) && isFinite(+datum[\"from\"])"
    }
   ]
  },
  {
   "name": "data_2",
   "source": "labels",
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
    -1,
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
  }
 ],
 "marks": [
  {
   "name": "later_pathgroup",
   "type": "group",
   "from": {
    "facet": {
     "name": "faceted_path_later_main",
     "data": "data_0",
     "groupby": [
      "sex"
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
     "name": "later_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "y"
     },
     "from": {
      "data": "faceted_path_later_main"
     },
     "encode": {
      "update": {
       "opacity": {
        "value": 0.55
       },
       "interpolate": {
        "value": "step"
       },
       "orient": {
        "value": "horizontal"
       },
       "fill": {
        "scale": "color",
        "field": "sex"
       },
       "x": {
        "scale": "x",
        "field": "persons"
       },
       "x2": {
        "scale": "x",
        "value": 0
       },
       "y": {
        "scale": "y",
        "field": "age"
       },
       "defined": {
        "signal": "isValid(datum[\"persons\"]) && isFinite(+datum[\"persons\"]) && isValid(datum[\"age\"]) && isFinite(+datum[\"age\"])"
       }
      }
     }
    }
   ]
  },
  {
   "name": "now_pathgroup",
   "type": "group",
   "from": {
    "facet": {
     "name": "faceted_path_now_main",
     "data": "now",
     "groupby": [
      "sex"
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
     "name": "now_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": [
       "datum[\"age\"]"
      ],
      "order": [
       "ascending"
      ]
     },
     "from": {
      "data": "faceted_path_now_main"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 1.8
       },
       "interpolate": {
        "value": "step"
       },
       "stroke": {
        "value": "#1b2733"
       },
       "x": {
        "scale": "x",
        "field": "persons"
       },
       "y": {
        "scale": "y",
        "field": "age"
       },
       "defined": {
        "signal": "isValid(datum[\"persons\"]) && isFinite(+datum[\"persons\"]) && isValid(datum[\"age\"]) && isFinite(+datum[\"age\"])"
       }
      }
     }
    }
   ]
  },
  {
   "name": "middle_marks",
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
      "value": 1.5
     },
     "stroke": {
      "value": "#ffffff"
     },
     "x": {
      "scale": "x",
      "field": "persons"
     },
     "y": {
      "scale": "y",
      "field": "from"
     },
     "y2": {
      "scale": "y",
      "field": "to"
     }
    }
   }
  },
  {
   "name": "labels_marks",
   "type": "text",
   "style": [
    "text"
   ],
   "from": {
    "data": "data_2"
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
      "value": 12.5
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
  },
  {
   "name": "color",
   "type": "ordinal",
   "domain": [
    "female",
    "male"
   ],
   "range": [
    "#6d5aa8",
    "#2f7f95"
   ]
  }
 ],
 "axes": [
  {
   "scale": "y",
   "orient": "left",
   "grid": true,
   "values": [
    0,
    20,
    40,
    60,
    80,
    100
   ],
   "gridScale": "x",
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
   "labelOverlap": false,
   "values": {
    "signal": "x_ticks"
   },
   "aria": false,
   "labelFlush": true,
   "encode": {
    "labels": {
     "update": {
      "text": {
       "signal": "format(abs(datum.value), ',.0f')"
      }
     }
    }
   },
   "zindex": 0
  },
  {
   "scale": "y",
   "orient": "left",
   "grid": false,
   "domain": false,
   "ticks": false,
   "values": [
    0,
    20,
    40,
    60,
    80,
    100
   ],
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
