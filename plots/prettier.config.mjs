// How code is laid out; npm run format does it. Templates of HTML are left as they are, for their line breaks reach the report.
export default { printWidth: 120, embeddedLanguageFormatting: "off" };
