// @ts-check
// What was kept in the browser: taken again, or erased.
import { forget, keep } from "../keep.mjs";
import { together } from "../state.mjs";
import { described } from "../take.mjs";

/** @param {any} app */
export const keptActs = (app) => ({
  /** What was kept is offered, not put in place: somebody else may sit here. */
  recover(/** @type {any} */ old) {
    if (!old) return;
    const own = [...(old.own ?? []), ...(old.earlier?.own ?? [])];
    const here = new Set([...app.regions, ...own].map((one) => one.id));
    const all = together(old.works ?? {}, old.earlier?.works ?? {});
    // The browser may keep what was made in other files too: that stays, and is offered there.
    for (const id of Object.keys(all).filter((one) => !here.has(one))) {
      app.works[id] = all[id];
      delete all[id];
    }
    const mine = Object.values(all).flatMap((work) => work.alternatives);
    if (mine.length > 0 || own.length > 0) app.offer = { works: all, own, region: old.region, alternatives: mine };
    app.ran = old.ran ?? {};
  },
  async takeOffer(/** @type {boolean} */ yes) {
    const { offer } = app;
    app.offer = null;
    if (!yes) {
      app.act.forgetFull();
      void keep("full", null).catch(() => {});
      app.keepAll();
      return app.show();
    }
    const here = (/** @type {string} */ id) => app.regions.some((/** @type {any} */ one) => one.id === id);
    for (const { id, files, root } of offer.own ?? [])
      if (!here(id)) app.regions.push({ ...described(files, root), id, own: true });
    Object.assign(app.works, together(app.works, offer.works));
    app.view = "ask";
    if (here(offer.region) && offer.region !== app.region.id) await app.turnTo(offer.region);
    else app.history.begin(app.works[app.region.id] ?? app.firstWork());
    await app.act.restoreFull();
  },
  askErase(/** @type {boolean} */ erasing) {
    app.erasing = erasing;
    app.show();
  },
  async erase() {
    app.erasing = false;
    app.offer = null;
    app.act.forgetFull();
    for (const id of Object.keys(app.works)) delete app.works[id];
    app.history.begin(app.firstWork());
    app.view = "files";
    await forget();
    app.erased = true;
    app.show();
  },
});
