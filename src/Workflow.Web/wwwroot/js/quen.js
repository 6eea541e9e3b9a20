// Whoever signs in next, or comes back, finds nothing of who was here before: sheets and pages kept for the time without a line go. An answer that waits to be
// sent stays: it goes in the session of who wrote it, and is shown to nobody else.
"use strict";
if (self.indexedDB) AnswerQueue.clearSheets().catch(() => { /* a browser that keeps nothing */ });
if (self.caches) caches.keys().then(all => Promise.all(all.filter(one => one.startsWith("phieu-")).map(one => caches.delete(one)))).catch(() => { /* the same */ });
