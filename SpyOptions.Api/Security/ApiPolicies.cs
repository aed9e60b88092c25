namespace SpyOptions.Api.Security;

/// <summary>Names of the authorization and rate-limit policies.</summary>
internal static class ApiPolicies
{
    /// <summary>Needs the writer's key.</summary>
    public const string Writer = "writer";

    /// <summary>Needs the operator's key when one is configured.</summary>
    public const string Operator = "operator";

    /// <summary>Rate limit of writers.</summary>
    public const string Writes = "writes";

    /// <summary>Rate limit of readers.</summary>
    public const string Reads = "reads";
}
