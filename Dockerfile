# docs/running.md tells how to use it, with compose.yaml.
FROM python:3.11-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY facts facts
RUN python -m venv /hyosan && /hyosan/bin/python -m pip install --no-cache-dir .

FROM python:3.11-slim
COPY --from=build /hyosan /hyosan
ENV PATH="/hyosan/bin:$PATH" DATA_DIR=/data
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
WORKDIR /data
VOLUME /data
# With no shell around it, so that it gets the SIGTERM of `docker stop` itself.
ENTRYPOINT ["hyosan"]
CMD ["run"]
