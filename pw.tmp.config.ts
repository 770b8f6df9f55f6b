import base from "./playwright.config";
const { webServer: _w, ...rest } = base;
export default { ...rest, timeout: 120000, use: { ...base.use, baseURL: "http://localhost:3210" } };
