# docker build -t receipts . – or docker compose, as in compose.yaml. `npm run container:check` follows these steps without
# Docker. An image's name may carry the very bytes that were meant: node:24.21.0-bookworm-slim@sha256:…, as
# `docker buildx imagetools inspect node:24.21.0-bookworm-slim` tells it. Whoever publishes an image adds
# `--label org.opencontainers.image.source=…` and `.version=…` when building it.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title=Receipts
LABEL org.opencontainers.image.licenses=MIT
ENV NODE_ENV=production
ENV NODE_COMPILE_CACHE=/var/cache/receipts
ENV HOST=0.0.0.0
ENV PORT=3000
ENV DATABASE_PATH=/data/receipts.sqlite
WORKDIR /app
COPY --from=modules /app/node_modules ./node_modules
COPY . .
RUN mkdir -m 700 /data /var/cache/receipts && chown node:node /data /var/cache/receipts
USER node
# Starts once on a database in memory: what was compiled is kept, for starts on a file system that takes no writes.
RUN node --disable-warning=ExperimentalWarning --import ./src/compile-cache.mjs src/main.ts --check
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "--import", "./src/compile-cache.mjs", "src/main.ts"]
