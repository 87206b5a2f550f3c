// One behaviour a file; each attaches to a data attribute and the page works without it.
import { sendAfterSaving } from "./components/autosave.js";
import { autosubmit } from "./components/autosubmit.js";
import { confirmBeforeSubmit } from "./components/confirm.js";
import { echoDates } from "./components/date-echo.js";
import { fillDemoAccount } from "./components/demo-login.js";
import { openDialogs } from "./components/dialog.js";
import { guardFieldKit } from "./components/field-guard.js";
import { focusFirstError } from "./components/first-error.js";
import { growFormsets } from "./components/formset.js";
import { showFullscreen } from "./components/fullscreen.js";
import { useLocation } from "./components/geolocation.js";
import { setUpHtmx } from "./components/htmx.js";
import { keepFiles } from "./components/keep-files.js";
import { closeMenus } from "./components/menu.js";
import { usePasskeys } from "./components/passkey.js";
import { captionPhotos } from "./components/photo-captions.js";
import { printPage } from "./components/print.js";
import { refillForm } from "./components/refill.js";
import { revealPasswords } from "./components/reveal.js";
import { searchEverywhere } from "./components/search.js";
import { sendOnce } from "./components/send-once.js";
import { drawSignatures } from "./components/signature.js";
import { toggleSidebar } from "./components/sidebar.js";
import { showCurrentTab } from "./components/tabs.js";
import { guardUnsaved } from "./components/unsaved.js";
import { listUploads } from "./components/upload-list.js";
import { resumeUploads } from "./components/upload-resume.js";

for (const attach of [
  growFormsets, refillForm, resumeUploads, sendAfterSaving, autosubmit, confirmBeforeSubmit, echoDates, fillDemoAccount, openDialogs,
  useLocation, captionPhotos, setUpHtmx, closeMenus, printPage, revealPasswords, sendOnce, toggleSidebar, guardUnsaved, listUploads, keepFiles,
  searchEverywhere, showCurrentTab, showFullscreen, drawSignatures, focusFirstError, guardFieldKit, usePasskeys,
]) {
  attach(document);
}
