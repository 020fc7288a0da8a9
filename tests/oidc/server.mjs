// A certified OpenID Connect provider with invented people, on loopback, for the tests only.
// Standard input: {port, keys: {rijk: JWK}, secrets: {eherkenning}, accounts: {name: {client, acr, amr, claims}}}.
import { createServer } from "node:http";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { Provider } from "oidc-provider";

const { port, keys, secrets, accounts } = JSON.parse(readFileSync(0, "utf8"));
const issuer = `http://127.0.0.1:${port}`;
const KVK = "urn:etoegang:1.9:EntityConcernedID:KvKnr";
const OIN = "urn:etoegang:1.9:EntityConcernedID:OIN";
const portal = (path) => (uri) => URL.canParse(uri) && new URL(uri).protocol === "http:"
  && ["127.0.0.1", "localhost"].includes(new URL(uri).hostname) && uri.endsWith(`${new URL(uri).host}${path}`);

const signingKeys = [
  { ...generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }), kid: "ec", alg: "ES256", use: "sig" },
  { ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), kid: "rsa", alg: "PS256", use: "sig" },
];
const client = (client_id, more) => ({
  client_id,
  redirect_uris: [`http://127.0.0.1/account/sso/${client_id}/terug/`],
  post_logout_redirect_uris: ["http://127.0.0.1/"],
  ...more,
});

const provider = new Provider(issuer, {
  clients: [
    client("rijk", {
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "ES256",
      id_token_signed_response_alg: "ES256",
      jwks: { keys: [keys.rijk] },
    }),
    client("eherkenning", {
      token_endpoint_auth_method: "client_secret_basic",
      client_secret: secrets.eherkenning,
      id_token_signed_response_alg: "PS256",
    }),
  ],
  jwks: { keys: signingKeys },
  cookies: { keys: ["of-the-tests-only"] },
  enabledJWA: {
    idTokenSigningAlgValues: ["ES256", "PS256"],
    clientAuthSigningAlgValues: ["ES256", "PS256"],
  },
  pkce: { required: () => true },
  acrValues: [...new Set(Object.values(accounts).map(({ acr }) => acr).filter(Boolean))],
  scopes: ["openid", "profile", "email", "groups", "eherkenning"],
  claims: {
    openid: ["sub", "acr", "amr"],
    profile: ["name"],
    email: ["email", "email_verified"],
    groups: ["groups"],
    eherkenning: [KVK, OIN, "name"],
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      logoutSource: (ctx, form) => {
        ctx.body = page("Uitloggen bij de aanbieder", `${form}<button form="op.logoutForm" name="logout" value="yes">Ja, uitloggen</button>`);
      },
      postLogoutSuccessSource: (ctx) => { ctx.body = page("Uitgelogd bij de aanbieder", ""); },
    },
  },
  interactions: { url: (ctx, interaction) => `/kies/${interaction.uid}` },
  findAccount: (ctx, sub) => sub in accounts && { accountId: sub, claims: () => ({ sub, ...accounts[sub].claims }) },
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope("openid profile email groups eherkenning");
    await grant.save();
    return grant;
  },
  // nobody need agree that the portal reads what it asks for
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
});

// Any port of this machine, but the exact address of this client: the portal of a test has a port of its own.
provider.Client.prototype.redirectUriAllowed = function (uri) { return portal(`/account/sso/${this.clientId}/terug/`)(uri); };
provider.Client.prototype.postLogoutRedirectUriAllowed = portal("/");

const page = (title, body) => `<!doctype html><html lang="nl"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title><h1>${title}</h1>${body}</html>`;
const buttons = (params) => Object.entries(accounts)
  .filter(([, account]) => account.client === params.client_id)
  .map(([name]) => `<p><button name="account" value="${name}">${name}</button></p>`).join("");

async function choose(request, response) {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method === "GET") {
    response.setHeader("content-type", "text/html");
    response.end(page("Inloggen bij de aanbieder", `<form method="post">${buttons(params)}<button name="stop" value="1">Afbreken</button></form>`));
    return;
  }
  let body = "";
  for await (const part of request) body += part;
  const sent = new URLSearchParams(body);
  const name = sent.get("account");
  const result = name in accounts
    ? { login: { accountId: name, acr: accounts[name].acr, amr: accounts[name].amr } }
    : { error: "access_denied", error_description: "the visitor stopped" };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const answer = provider.callback();
createServer((request, response) => (request.url.startsWith("/kies/") ? choose(request, response) : answer(request, response)))
  .listen(port, "127.0.0.1", () => console.log("ready"));
