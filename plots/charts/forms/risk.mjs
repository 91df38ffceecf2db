// Made by tools/compile_charts.mjs from the template of the same name: don't edit.
export default {
 "$schema": "https://vega.github.io/schema/vega/v6.json",
 "description": "Probability of a shortage per trust and year, by service, in four classes with symbol and number",
 "autosize": "none",
 "background": "#ffffff",
 "padding": 5,
 "width": 700,
 "height": 300,
 "title": {
  "anchor": "start",
  "frame": "group",
  "text": {
   "signal": "title"
  },
  "subtitle": {
   "signal": "subtitle"
  },
  "dx": -114,
  "offset": 16
 },
 "style": "cell",
 "data": [
  {
   "name": "boxes",
   "values": []
  },
  {
   "name": "hatch",
   "values": []
  },
  {
   "name": "plates",
   "values": []
  },
  {
   "name": "words",
   "values": []
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
  }
 ],
 "marks": [
  {
   "name": "boxes_marks",
   "type": "rect",
   "style": [
    "rect"
   ],
   "from": {
    "data": "boxes"
   },
   "encode": {
    "update": {
     "stroke": {
      "value": "#ffffff"
     },
     "strokeWidth": {
      "value": 1.5
     },
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
   "name": "hatch_marks",
   "type": "rule",
   "style": [
    "rule"
   ],
   "from": {
    "data": "hatch"
   },
   "encode": {
    "update": {
     "strokeWidth": {
      "value": 1
     },
     "stroke": {
      "value": "#c3cad1"
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
   "name": "plates_marks",
   "type": "rect",
   "style": [
    "rect"
   ],
   "from": {
    "data": "plates"
   },
   "encode": {
    "update": {
     "fill": {
      "value": "#f1f3f5"
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
    "data": "words"
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
      "field": "ink"
     },
     "x": {
      "field": "x"
     },
     "y": {
      "field": "y"
     },
     "text": {
      "signal": "isValid(datum[\"text\"]) ? datum[\"text\"] : \"\"+datum[\"text\"]"
     }
    }
   }
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
