import hydra


@hydra.main(version_base=None, config_name="hydra_app", config_path=".")
def main(config):
    seen = config.number
    return seen


main()
