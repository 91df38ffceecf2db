// Made by tools/compile_charts.mjs from the template of the same name: don't edit.
export default {
 "$schema": "https://vega.github.io/schema/vega/v6.json",
 "description": "Population by age group: observed line, then the median with 80 and 95 % band; one panel, to be repeated with its number for @",
 "autosize": "none",
 "background": "#ffffff",
 "padding": 5,
 "data": [
  {
   "name": "past_0",
   "values": []
  },
  {
   "name": "projected_0",
   "format": {},
   "values": []
  },
  {
   "name": "observed_0",
   "values": []
  },
  {
   "name": "start_0",
   "values": []
  },
  {
   "name": "swatches_0",
   "values": []
  },
  {
   "name": "key_0",
   "values": []
  },
  {
   "name": "words_0",
   "values": []
  },
  {
   "name": "past_1",
   "values": []
  },
  {
   "name": "projected_1",
   "format": {},
   "values": []
  },
  {
   "name": "observed_1",
   "values": []
  },
  {
   "name": "start_1",
   "values": []
  },
  {
   "name": "swatches_1",
   "values": []
  },
  {
   "name": "key_1",
   "values": []
  },
  {
   "name": "words_1",
   "values": []
  },
  {
   "name": "past_2",
   "values": []
  },
  {
   "name": "projected_2",
   "format": {},
   "values": []
  },
  {
   "name": "observed_2",
   "values": []
  },
  {
   "name": "start_2",
   "values": []
  },
  {
   "name": "swatches_2",
   "values": []
  },
  {
   "name": "key_2",
   "values": []
  },
  {
   "name": "words_2",
   "values": []
  },
  {
   "name": "past_3",
   "values": []
  },
  {
   "name": "projected_3",
   "format": {},
   "values": []
  },
  {
   "name": "observed_3",
   "values": []
  },
  {
   "name": "start_3",
   "values": []
  },
  {
   "name": "swatches_3",
   "values": []
  },
  {
   "name": "key_3",
   "values": []
  },
  {
   "name": "words_3",
   "values": []
  },
  {
   "name": "past_4",
   "values": []
  },
  {
   "name": "projected_4",
   "format": {},
   "values": []
  },
  {
   "name": "observed_4",
   "values": []
  },
  {
   "name": "start_4",
   "values": []
  },
  {
   "name": "swatches_4",
   "values": []
  },
  {
   "name": "key_4",
   "values": []
  },
  {
   "name": "words_4",
   "values": []
  },
  {
   "name": "past_5",
   "values": []
  },
  {
   "name": "projected_5",
   "format": {},
   "values": []
  },
  {
   "name": "observed_5",
   "values": []
  },
  {
   "name": "start_5",
   "values": []
  },
  {
   "name": "swatches_5",
   "values": []
  },
  {
   "name": "key_5",
   "values": []
  },
  {
   "name": "words_5",
   "values": []
  },
  {
   "name": "data_0",
   "source": "past_0",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"from\"]) && isFinite(+datum[\"from\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_1",
   "source": "projected_0",
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
   "source": "observed_0",
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
   "source": "start_0",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
    }
   ]
  },
  {
   "name": "data_4",
   "source": "swatches_0",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_5",
   "source": "key_0",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_6",
   "source": "words_0",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"px\"]) && isFinite(+datum[\"px\"]) && isValid(datum[\"py\"]) && isFinite(+datum[\"py\"])"
    }
   ]
  },
  {
   "name": "data_7",
   "source": "past_1",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"from\"]) && isFinite(+datum[\"from\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_8",
   "source": "projected_1",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_9",
   "source": "observed_1",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_10",
   "source": "start_1",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
    }
   ]
  },
  {
   "name": "data_11",
   "source": "swatches_1",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_12",
   "source": "key_1",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_13",
   "source": "words_1",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"px\"]) && isFinite(+datum[\"px\"]) && isValid(datum[\"py\"]) && isFinite(+datum[\"py\"])"
    }
   ]
  },
  {
   "name": "data_14",
   "source": "past_2",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"from\"]) && isFinite(+datum[\"from\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_15",
   "source": "projected_2",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_16",
   "source": "observed_2",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_17",
   "source": "start_2",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
    }
   ]
  },
  {
   "name": "data_18",
   "source": "swatches_2",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_19",
   "source": "key_2",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_20",
   "source": "words_2",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"px\"]) && isFinite(+datum[\"px\"]) && isValid(datum[\"py\"]) && isFinite(+datum[\"py\"])"
    }
   ]
  },
  {
   "name": "data_21",
   "source": "past_3",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"from\"]) && isFinite(+datum[\"from\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_22",
   "source": "projected_3",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_23",
   "source": "observed_3",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_24",
   "source": "start_3",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
    }
   ]
  },
  {
   "name": "data_25",
   "source": "swatches_3",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_26",
   "source": "key_3",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_27",
   "source": "words_3",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"px\"]) && isFinite(+datum[\"px\"]) && isValid(datum[\"py\"]) && isFinite(+datum[\"py\"])"
    }
   ]
  },
  {
   "name": "data_28",
   "source": "past_4",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"from\"]) && isFinite(+datum[\"from\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_29",
   "source": "projected_4",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_30",
   "source": "observed_4",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_31",
   "source": "start_4",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
    }
   ]
  },
  {
   "name": "data_32",
   "source": "swatches_4",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_33",
   "source": "key_4",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_34",
   "source": "words_4",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"px\"]) && isFinite(+datum[\"px\"]) && isValid(datum[\"py\"]) && isFinite(+datum[\"py\"])"
    }
   ]
  },
  {
   "name": "data_35",
   "source": "past_5",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"from\"]) && isFinite(+datum[\"from\"]) && isValid(datum[\"top\"]) && isFinite(+datum[\"top\"])"
    }
   ]
  },
  {
   "name": "data_36",
   "source": "projected_5",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_37",
   "source": "observed_5",
   "transform": [
    {
     "type": "formula",
     "expr": "toNumber(datum[\"x\"])",
     "as": "x"
    }
   ]
  },
  {
   "name": "data_38",
   "source": "start_5",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
    }
   ]
  },
  {
   "name": "data_39",
   "source": "swatches_5",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_40",
   "source": "key_5",
   "transform": [
    {
     "type": "filter",
     "expr": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"y\"]) && isFinite(+datum[\"y\"])"
    }
   ]
  },
  {
   "name": "data_41",
   "source": "words_5",
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
   "name": "childWidth",
   "value": 236
  },
  {
   "name": "childHeight",
   "value": 128
  },
  {
   "name": "columns",
   "value": 2
  },
  {
   "name": "between",
   "value": 0
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
   "name": "y_domain_0",
   "value": [
    0,
    1
   ]
  },
  {
   "name": "y_ticks_0",
   "value": []
  },
  {
   "name": "y_domain_1",
   "value": [
    0,
    1
   ]
  },
  {
   "name": "y_ticks_1",
   "value": []
  },
  {
   "name": "y_domain_2",
   "value": [
    0,
    1
   ]
  },
  {
   "name": "y_ticks_2",
   "value": []
  },
  {
   "name": "y_domain_3",
   "value": [
    0,
    1
   ]
  },
  {
   "name": "y_ticks_3",
   "value": []
  },
  {
   "name": "y_domain_4",
   "value": [
    0,
    1
   ]
  },
  {
   "name": "y_ticks_4",
   "value": []
  },
  {
   "name": "y_domain_5",
   "value": [
    0,
    1
   ]
  },
  {
   "name": "y_ticks_5",
   "value": []
  }
 ],
 "layout": {
  "padding": {
   "row": 66,
   "column": {
    "signal": "between"
   }
  },
  "columns": {
   "signal": "columns"
  },
  "bounds": "flush",
  "align": "each"
 },
 "marks": [
  {
   "type": "group",
   "name": "concat_0_group",
   "style": "cell",
   "encode": {
    "update": {
     "width": {
      "signal": "childWidth"
     },
     "height": {
      "signal": "childHeight"
     }
    }
   },
   "marks": [
    {
     "name": "past_0_marks",
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
        "scale": "concat_0_x",
        "field": "from"
       },
       "x2": {
        "scale": "concat_0_x",
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
     "name": "band_95_0_marks",
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
        "scale": "concat_0_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_0_y",
        "field": "q025"
       },
       "y2": {
        "scale": "concat_0_y",
        "field": "q975"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q025\"]) && isFinite(+datum[\"q025\"])"
       }
      }
     }
    },
    {
     "name": "band_80_0_marks",
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
        "scale": "concat_0_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_0_y",
        "field": "q10"
       },
       "y2": {
        "scale": "concat_0_y",
        "field": "q90"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q10\"]) && isFinite(+datum[\"q10\"])"
       }
      }
     }
    },
    {
     "name": "median_0_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_1"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.4
       },
       "stroke": {
        "value": "#0b4f8f"
       },
       "x": {
        "scale": "concat_0_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_0_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "observed_0_marks",
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
       "strokeCap": {
        "value": "round"
       },
       "strokeWidth": {
        "value": 2.8
       },
       "stroke": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_0_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_0_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "start_0_marks",
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
       "size": {
        "value": 28
       },
       "shape": {
        "value": "circle"
       },
       "fill": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_0_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_0_y",
        "field": "q50"
       }
      }
     }
    },
    {
     "name": "swatches_0_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_4"
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
     "name": "key_0_marks",
     "type": "rule",
     "style": [
      "rule"
     ],
     "from": {
      "data": "data_5"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.6
       },
       "stroke": {
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
       }
      }
     }
    },
    {
     "name": "words_0_marks",
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
   "axes": [
    {
     "scale": "concat_0_y",
     "orient": "left",
     "values": {
      "signal": "y_ticks_0"
     },
     "gridScale": "concat_0_x",
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
     "scale": "concat_0_x",
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
     "scale": "concat_0_y",
     "orient": "left",
     "grid": false,
     "domain": false,
     "ticks": false,
     "values": {
      "signal": "y_ticks_0"
     },
     "aria": false,
     "labelOverlap": true,
     "encode": {
      "labels": {
       "update": {
        "text": {
         "signal": "format(datum.value, ',~f')"
        }
       }
      }
     },
     "zindex": 0
    }
   ]
  },
  {
   "type": "group",
   "name": "concat_1_group",
   "style": "cell",
   "encode": {
    "update": {
     "width": {
      "signal": "childWidth"
     },
     "height": {
      "signal": "childHeight"
     }
    }
   },
   "marks": [
    {
     "name": "past_1_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_7"
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
        "scale": "concat_1_x",
        "field": "from"
       },
       "x2": {
        "scale": "concat_1_x",
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
     "name": "band_95_1_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_8"
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
        "scale": "concat_1_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_1_y",
        "field": "q025"
       },
       "y2": {
        "scale": "concat_1_y",
        "field": "q975"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q025\"]) && isFinite(+datum[\"q025\"])"
       }
      }
     }
    },
    {
     "name": "band_80_1_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_8"
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
        "scale": "concat_1_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_1_y",
        "field": "q10"
       },
       "y2": {
        "scale": "concat_1_y",
        "field": "q90"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q10\"]) && isFinite(+datum[\"q10\"])"
       }
      }
     }
    },
    {
     "name": "median_1_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_8"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.4
       },
       "stroke": {
        "value": "#0b4f8f"
       },
       "x": {
        "scale": "concat_1_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_1_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "observed_1_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_9"
     },
     "encode": {
      "update": {
       "strokeCap": {
        "value": "round"
       },
       "strokeWidth": {
        "value": 2.8
       },
       "stroke": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_1_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_1_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "start_1_marks",
     "type": "symbol",
     "style": [
      "point"
     ],
     "from": {
      "data": "data_10"
     },
     "encode": {
      "update": {
       "opacity": {
        "value": 1
       },
       "size": {
        "value": 28
       },
       "shape": {
        "value": "circle"
       },
       "fill": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_1_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_1_y",
        "field": "q50"
       }
      }
     }
    },
    {
     "name": "swatches_1_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_11"
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
     "name": "key_1_marks",
     "type": "rule",
     "style": [
      "rule"
     ],
     "from": {
      "data": "data_12"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.6
       },
       "stroke": {
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
       }
      }
     }
    },
    {
     "name": "words_1_marks",
     "type": "text",
     "style": [
      "text"
     ],
     "from": {
      "data": "data_13"
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
   "axes": [
    {
     "scale": "concat_1_y",
     "orient": "left",
     "values": {
      "signal": "y_ticks_1"
     },
     "gridScale": "concat_1_x",
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
     "scale": "concat_1_x",
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
     "scale": "concat_1_y",
     "orient": "left",
     "grid": false,
     "domain": false,
     "ticks": false,
     "values": {
      "signal": "y_ticks_1"
     },
     "aria": false,
     "labelOverlap": true,
     "encode": {
      "labels": {
       "update": {
        "text": {
         "signal": "format(datum.value, ',~f')"
        }
       }
      }
     },
     "zindex": 0
    }
   ]
  },
  {
   "type": "group",
   "name": "concat_2_group",
   "style": "cell",
   "encode": {
    "update": {
     "width": {
      "signal": "childWidth"
     },
     "height": {
      "signal": "childHeight"
     }
    }
   },
   "marks": [
    {
     "name": "past_2_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_14"
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
        "scale": "concat_2_x",
        "field": "from"
       },
       "x2": {
        "scale": "concat_2_x",
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
     "name": "band_95_2_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_15"
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
        "scale": "concat_2_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_2_y",
        "field": "q025"
       },
       "y2": {
        "scale": "concat_2_y",
        "field": "q975"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q025\"]) && isFinite(+datum[\"q025\"])"
       }
      }
     }
    },
    {
     "name": "band_80_2_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_15"
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
        "scale": "concat_2_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_2_y",
        "field": "q10"
       },
       "y2": {
        "scale": "concat_2_y",
        "field": "q90"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q10\"]) && isFinite(+datum[\"q10\"])"
       }
      }
     }
    },
    {
     "name": "median_2_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_15"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.4
       },
       "stroke": {
        "value": "#0b4f8f"
       },
       "x": {
        "scale": "concat_2_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_2_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "observed_2_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_16"
     },
     "encode": {
      "update": {
       "strokeCap": {
        "value": "round"
       },
       "strokeWidth": {
        "value": 2.8
       },
       "stroke": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_2_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_2_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "start_2_marks",
     "type": "symbol",
     "style": [
      "point"
     ],
     "from": {
      "data": "data_17"
     },
     "encode": {
      "update": {
       "opacity": {
        "value": 1
       },
       "size": {
        "value": 28
       },
       "shape": {
        "value": "circle"
       },
       "fill": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_2_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_2_y",
        "field": "q50"
       }
      }
     }
    },
    {
     "name": "swatches_2_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_18"
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
     "name": "key_2_marks",
     "type": "rule",
     "style": [
      "rule"
     ],
     "from": {
      "data": "data_19"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.6
       },
       "stroke": {
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
       }
      }
     }
    },
    {
     "name": "words_2_marks",
     "type": "text",
     "style": [
      "text"
     ],
     "from": {
      "data": "data_20"
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
   "axes": [
    {
     "scale": "concat_2_y",
     "orient": "left",
     "values": {
      "signal": "y_ticks_2"
     },
     "gridScale": "concat_2_x",
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
     "scale": "concat_2_x",
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
     "scale": "concat_2_y",
     "orient": "left",
     "grid": false,
     "domain": false,
     "ticks": false,
     "values": {
      "signal": "y_ticks_2"
     },
     "aria": false,
     "labelOverlap": true,
     "encode": {
      "labels": {
       "update": {
        "text": {
         "signal": "format(datum.value, ',~f')"
        }
       }
      }
     },
     "zindex": 0
    }
   ]
  },
  {
   "type": "group",
   "name": "concat_3_group",
   "style": "cell",
   "encode": {
    "update": {
     "width": {
      "signal": "childWidth"
     },
     "height": {
      "signal": "childHeight"
     }
    }
   },
   "marks": [
    {
     "name": "past_3_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_21"
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
        "scale": "concat_3_x",
        "field": "from"
       },
       "x2": {
        "scale": "concat_3_x",
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
     "name": "band_95_3_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_22"
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
        "scale": "concat_3_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_3_y",
        "field": "q025"
       },
       "y2": {
        "scale": "concat_3_y",
        "field": "q975"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q025\"]) && isFinite(+datum[\"q025\"])"
       }
      }
     }
    },
    {
     "name": "band_80_3_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_22"
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
        "scale": "concat_3_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_3_y",
        "field": "q10"
       },
       "y2": {
        "scale": "concat_3_y",
        "field": "q90"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q10\"]) && isFinite(+datum[\"q10\"])"
       }
      }
     }
    },
    {
     "name": "median_3_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_22"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.4
       },
       "stroke": {
        "value": "#0b4f8f"
       },
       "x": {
        "scale": "concat_3_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_3_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "observed_3_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_23"
     },
     "encode": {
      "update": {
       "strokeCap": {
        "value": "round"
       },
       "strokeWidth": {
        "value": 2.8
       },
       "stroke": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_3_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_3_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "start_3_marks",
     "type": "symbol",
     "style": [
      "point"
     ],
     "from": {
      "data": "data_24"
     },
     "encode": {
      "update": {
       "opacity": {
        "value": 1
       },
       "size": {
        "value": 28
       },
       "shape": {
        "value": "circle"
       },
       "fill": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_3_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_3_y",
        "field": "q50"
       }
      }
     }
    },
    {
     "name": "swatches_3_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_25"
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
     "name": "key_3_marks",
     "type": "rule",
     "style": [
      "rule"
     ],
     "from": {
      "data": "data_26"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.6
       },
       "stroke": {
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
       }
      }
     }
    },
    {
     "name": "words_3_marks",
     "type": "text",
     "style": [
      "text"
     ],
     "from": {
      "data": "data_27"
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
   "axes": [
    {
     "scale": "concat_3_y",
     "orient": "left",
     "values": {
      "signal": "y_ticks_3"
     },
     "gridScale": "concat_3_x",
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
     "scale": "concat_3_x",
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
     "scale": "concat_3_y",
     "orient": "left",
     "grid": false,
     "domain": false,
     "ticks": false,
     "values": {
      "signal": "y_ticks_3"
     },
     "aria": false,
     "labelOverlap": true,
     "encode": {
      "labels": {
       "update": {
        "text": {
         "signal": "format(datum.value, ',~f')"
        }
       }
      }
     },
     "zindex": 0
    }
   ]
  },
  {
   "type": "group",
   "name": "concat_4_group",
   "style": "cell",
   "encode": {
    "update": {
     "width": {
      "signal": "childWidth"
     },
     "height": {
      "signal": "childHeight"
     }
    }
   },
   "marks": [
    {
     "name": "past_4_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_28"
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
        "scale": "concat_4_x",
        "field": "from"
       },
       "x2": {
        "scale": "concat_4_x",
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
     "name": "band_95_4_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_29"
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
        "scale": "concat_4_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_4_y",
        "field": "q025"
       },
       "y2": {
        "scale": "concat_4_y",
        "field": "q975"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q025\"]) && isFinite(+datum[\"q025\"])"
       }
      }
     }
    },
    {
     "name": "band_80_4_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_29"
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
        "scale": "concat_4_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_4_y",
        "field": "q10"
       },
       "y2": {
        "scale": "concat_4_y",
        "field": "q90"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q10\"]) && isFinite(+datum[\"q10\"])"
       }
      }
     }
    },
    {
     "name": "median_4_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_29"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.4
       },
       "stroke": {
        "value": "#0b4f8f"
       },
       "x": {
        "scale": "concat_4_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_4_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "observed_4_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_30"
     },
     "encode": {
      "update": {
       "strokeCap": {
        "value": "round"
       },
       "strokeWidth": {
        "value": 2.8
       },
       "stroke": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_4_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_4_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "start_4_marks",
     "type": "symbol",
     "style": [
      "point"
     ],
     "from": {
      "data": "data_31"
     },
     "encode": {
      "update": {
       "opacity": {
        "value": 1
       },
       "size": {
        "value": 28
       },
       "shape": {
        "value": "circle"
       },
       "fill": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_4_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_4_y",
        "field": "q50"
       }
      }
     }
    },
    {
     "name": "swatches_4_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_32"
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
     "name": "key_4_marks",
     "type": "rule",
     "style": [
      "rule"
     ],
     "from": {
      "data": "data_33"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.6
       },
       "stroke": {
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
       }
      }
     }
    },
    {
     "name": "words_4_marks",
     "type": "text",
     "style": [
      "text"
     ],
     "from": {
      "data": "data_34"
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
   "axes": [
    {
     "scale": "concat_4_y",
     "orient": "left",
     "values": {
      "signal": "y_ticks_4"
     },
     "gridScale": "concat_4_x",
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
     "scale": "concat_4_x",
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
     "scale": "concat_4_y",
     "orient": "left",
     "grid": false,
     "domain": false,
     "ticks": false,
     "values": {
      "signal": "y_ticks_4"
     },
     "aria": false,
     "labelOverlap": true,
     "encode": {
      "labels": {
       "update": {
        "text": {
         "signal": "format(datum.value, ',~f')"
        }
       }
      }
     },
     "zindex": 0
    }
   ]
  },
  {
   "type": "group",
   "name": "concat_5_group",
   "style": "cell",
   "encode": {
    "update": {
     "width": {
      "signal": "childWidth"
     },
     "height": {
      "signal": "childHeight"
     }
    }
   },
   "marks": [
    {
     "name": "past_5_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_35"
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
        "scale": "concat_5_x",
        "field": "from"
       },
       "x2": {
        "scale": "concat_5_x",
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
     "name": "band_95_5_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_36"
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
        "scale": "concat_5_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_5_y",
        "field": "q025"
       },
       "y2": {
        "scale": "concat_5_y",
        "field": "q975"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q025\"]) && isFinite(+datum[\"q025\"])"
       }
      }
     }
    },
    {
     "name": "band_80_5_marks",
     "type": "area",
     "style": [
      "area"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_36"
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
        "scale": "concat_5_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_5_y",
        "field": "q10"
       },
       "y2": {
        "scale": "concat_5_y",
        "field": "q90"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q10\"]) && isFinite(+datum[\"q10\"])"
       }
      }
     }
    },
    {
     "name": "median_5_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_36"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.4
       },
       "stroke": {
        "value": "#0b4f8f"
       },
       "x": {
        "scale": "concat_5_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_5_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "observed_5_marks",
     "type": "line",
     "style": [
      "line"
     ],
     "sort": {
      "field": "x"
     },
     "from": {
      "data": "data_37"
     },
     "encode": {
      "update": {
       "strokeCap": {
        "value": "round"
       },
       "strokeWidth": {
        "value": 2.8
       },
       "stroke": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_5_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_5_y",
        "field": "q50"
       },
       "defined": {
        "signal": "isValid(datum[\"x\"]) && isFinite(+datum[\"x\"]) && isValid(datum[\"q50\"]) && isFinite(+datum[\"q50\"])"
       }
      }
     }
    },
    {
     "name": "start_5_marks",
     "type": "symbol",
     "style": [
      "point"
     ],
     "from": {
      "data": "data_38"
     },
     "encode": {
      "update": {
       "opacity": {
        "value": 1
       },
       "size": {
        "value": 28
       },
       "shape": {
        "value": "circle"
       },
       "fill": {
        "value": "#22303c"
       },
       "x": {
        "scale": "concat_5_x",
        "field": "x"
       },
       "y": {
        "scale": "concat_5_y",
        "field": "q50"
       }
      }
     }
    },
    {
     "name": "swatches_5_marks",
     "type": "rect",
     "style": [
      "rect"
     ],
     "from": {
      "data": "data_39"
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
     "name": "key_5_marks",
     "type": "rule",
     "style": [
      "rule"
     ],
     "from": {
      "data": "data_40"
     },
     "encode": {
      "update": {
       "strokeWidth": {
        "value": 2.6
       },
       "stroke": {
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
       }
      }
     }
    },
    {
     "name": "words_5_marks",
     "type": "text",
     "style": [
      "text"
     ],
     "from": {
      "data": "data_41"
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
   "axes": [
    {
     "scale": "concat_5_y",
     "orient": "left",
     "values": {
      "signal": "y_ticks_5"
     },
     "gridScale": "concat_5_x",
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
     "scale": "concat_5_x",
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
     "scale": "concat_5_y",
     "orient": "left",
     "grid": false,
     "domain": false,
     "ticks": false,
     "values": {
      "signal": "y_ticks_5"
     },
     "aria": false,
     "labelOverlap": true,
     "encode": {
      "labels": {
       "update": {
        "text": {
         "signal": "format(datum.value, ',~f')"
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
   "name": "concat_0_x",
   "type": "linear",
   "domain": {
    "signal": "x_domain"
   },
   "range": [
    0,
    {
     "signal": "childWidth"
    }
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_0_y",
   "type": "linear",
   "domain": {
    "signal": "y_domain_0"
   },
   "range": [
    {
     "signal": "childHeight"
    },
    0
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_1_x",
   "type": "linear",
   "domain": {
    "signal": "x_domain"
   },
   "range": [
    0,
    {
     "signal": "childWidth"
    }
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_1_y",
   "type": "linear",
   "domain": {
    "signal": "y_domain_1"
   },
   "range": [
    {
     "signal": "childHeight"
    },
    0
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_2_x",
   "type": "linear",
   "domain": {
    "signal": "x_domain"
   },
   "range": [
    0,
    {
     "signal": "childWidth"
    }
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_2_y",
   "type": "linear",
   "domain": {
    "signal": "y_domain_2"
   },
   "range": [
    {
     "signal": "childHeight"
    },
    0
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_3_x",
   "type": "linear",
   "domain": {
    "signal": "x_domain"
   },
   "range": [
    0,
    {
     "signal": "childWidth"
    }
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_3_y",
   "type": "linear",
   "domain": {
    "signal": "y_domain_3"
   },
   "range": [
    {
     "signal": "childHeight"
    },
    0
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_4_x",
   "type": "linear",
   "domain": {
    "signal": "x_domain"
   },
   "range": [
    0,
    {
     "signal": "childWidth"
    }
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_4_y",
   "type": "linear",
   "domain": {
    "signal": "y_domain_4"
   },
   "range": [
    {
     "signal": "childHeight"
    },
    0
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_5_x",
   "type": "linear",
   "domain": {
    "signal": "x_domain"
   },
   "range": [
    0,
    {
     "signal": "childWidth"
    }
   ],
   "nice": false,
   "zero": false
  },
  {
   "name": "concat_5_y",
   "type": "linear",
   "domain": {
    "signal": "y_domain_5"
   },
   "range": [
    {
     "signal": "childHeight"
    },
    0
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
